import { format, resolveConfig } from "prettier";
import { join } from "node:path";

import { deployedStack } from "../program";
import { alarmsPage } from "./alarms-page";
import { type Environments, telemetryPage } from "./telemetry-page";

/** Root of the repository. */
export const root = join(__dirname, "..", "..", "..");

/** Page of alarms and events as it should be now; it needs no environment. */
export async function alarmsPageNow(): Promise<string> {
  return await laidOut(alarmsPage());
}

async function laidOut(text: string): Promise<string> {
  const layout = await resolveConfig(join(root, "docs", "page.md"));
  return await format(text, { ...layout, parser: "markdown" });
}

/** Every page that tells how the environments are watched, by its path, as it should be now. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const environments: Record<string, Awaited<ReturnType<typeof deployedStack>>> = {};
  for (const stack of ["dev", "preprod", "prod"]) environments[stack] = await deployedStack(stack);
  const told: Environments = environments;
  return new Map([
    ["docs/alarms.md", await alarmsPageNow()],
    ["docs/telemetry.md", await laidOut(telemetryPage(told))],
  ]);
}
