import { screenOf } from "../../preview/report/terminal/screen";
import { numberTable } from "../../preview/report/terminal/tables";

import { measure, type Measurement } from "./measure";

/** Numbers of services that a business is measured with. */
const SERVICES = [10, 100, 500];

async function services(): Promise<void> {
  const rows: string[][] = [];
  for (const count of SERVICES) {
    const platform = await measure({ program: "platform", count });
    const bare = await measure({ program: "bare", count: platform.resources });
    rows.push([
      String(count),
      ...[platform, bare].flatMap(shown),
      ratio(platform.wallMs, bare.wallMs),
      ratio(platform.peakMib, bare.peakMib),
      `${(platform.wallMs / platform.resources).toFixed(2)} ms`,
    ]);
  }
  print(
    "An environment by its services, against the bare SDK registering as many resources",
    [
      "services",
      "resources",
      "time",
      "memory",
      "bare resources",
      "time",
      "memory",
      "time ×",
      "memory ×",
      "each",
    ],
    rows,
  );
}

function shown({ resources, wallMs, peakMib }: Measurement): string[] {
  return [String(resources), `${(wallMs / 1000).toFixed(1)} s`, `${Math.round(peakMib)} MiB`];
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

function print(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const { paint } = screenOf(process.stdout, process.env);
  console.log(`\n${[paint.bold(title), ...numberTable(paint, headings, rows)].join("\n")}`);
}

services().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
