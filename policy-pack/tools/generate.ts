import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { format } from "prettier";

import { decidable, discover } from "../registry/discover";
import { configurationSchema, controlsDocument } from "./controls-document";
import { readSdk } from "./sdk-types";

const ROOT = resolve(__dirname, "../..");

/** Every generated file, by its path in the repository, as it should be now. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const entries = discover();
  const layout = { printWidth: 110 };
  const markdown = await format(controlsDocument(entries), { ...layout, parser: "markdown" });
  const json = (value: object): Promise<string> =>
    format(JSON.stringify(value), { ...layout, parser: "json" });
  return new Map([
    ["policy-pack/aws/sdk-types.json", await json(readSdk())],
    ["policy-pack/configuration.schema.json", await json(configurationSchema(decidable(entries)))],
    ["docs/controls.md", markdown],
  ]);
}

async function write(): Promise<void> {
  for (const [path, content] of await generated()) writeFileSync(join(ROOT, path), content);
}

if (require.main === module) void write();
