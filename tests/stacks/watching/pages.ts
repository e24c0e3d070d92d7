import { format, resolveConfig } from "prettier";
import { join } from "node:path";

import { deployedStack } from "../program";
import { alarmsPage } from "./alarms-page";
import { type Environments, telemetryPage } from "./telemetry-page";

/** Root of the repository. */
export const root = join(__dirname, "..", "..", "..");

/** Every page that tells how the environments are watched, by its path, as it should be now. */
export async function pages(): Promise<ReadonlyMap<string, string>> {
  const environments: Record<string, Awaited<ReturnType<typeof deployedStack>>> = {};
  for (const stack of ["dev", "preprod", "prod"]) environments[stack] = await deployedStack(stack);
  const told: Environments = environments;
  const layout = await resolveConfig(join(root, "docs", "page.md"));
  const page = (text: string): Promise<string> => format(text, { ...layout, parser: "markdown" });
  return new Map([
    ["docs/alarms.md", await page(alarmsPage())],
    ["docs/telemetry.md", await page(telemetryPage(told))],
  ]);
}
