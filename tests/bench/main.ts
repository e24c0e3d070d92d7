import { screenOf } from "../../preview/report/terminal/screen";
import { numberTable } from "../../preview/report/terminal/tables";

import { measure, type Measurement } from "./measure";
import { type PolicyCost, policyCosts } from "./policies";

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

async function policies(): Promise<void> {
  const rows: string[][] = [];
  await policyCosts((cost) => {
    rows.push(policyRow(cost));
  });
  print(
    "The policy pack, on environments of such sizes, against an empty pack",
    [
      "resources",
      "start",
      "empty",
      "each",
      "empty",
      "stack",
      "stack/each",
      "preview",
      "empty pack",
      "whole pack",
      "adds",
      "adds CPU",
      "CPU × empty",
    ],
    rows,
  );
}

function policyRow({ resources, whole, empty, previews }: PolicyCost): string[] {
  const added = (of: "wallMs" | "cpuMs"): string =>
    `${Math.round((100 * (previews.whole[of] - previews.none[of])) / previews.none[of])} %`;
  return [
    String(resources),
    seconds(whole.startMs),
    seconds(empty.startMs),
    milliseconds(whole.eachMs),
    milliseconds(empty.eachMs),
    seconds(whole.stackMs),
    milliseconds(whole.stackMs / resources),
    ...[previews.none, previews.empty, previews.whole].map(({ wallMs }) => seconds(wallMs)),
    added("wallMs"),
    added("cpuMs"),
    ratio(previews.whole.cpuMs, previews.empty.cpuMs),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function milliseconds(ms: number): string {
  return `${ms.toFixed(2)} ms`;
}

function shown({ resources, wallMs, peakMib }: Measurement): string[] {
  return [String(resources), seconds(wallMs), `${Math.round(peakMib)} MiB`];
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

function print(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const { paint } = screenOf(process.stdout, process.env);
  console.log(`\n${[paint.bold(title), ...numberTable(paint, headings, rows)].join("\n")}`);
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = { services, policies };

async function main(asked: readonly string[]): Promise<void> {
  for (const [name, part] of Object.entries(PARTS))
    if (asked.length === 0 || asked.includes(name)) await part();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
