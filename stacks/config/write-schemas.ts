import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { configurationJsonSchema } from "./reference";
import { programs } from "./settings";

/** Where editors find the schemas that the stacks' files name in their first line. */
const folder = join(__dirname, "..", "..", "docs", "schema");

mkdirSync(folder, { recursive: true });
for (const program of programs) {
  const text = JSON.stringify(configurationJsonSchema(program), undefined, 2);
  writeFileSync(join(folder, `${program}.json`), `${text}\n`);
}
