import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { pages, root } from "./pages";

async function write(): Promise<void> {
  for (const [path, content] of await pages()) writeFileSync(join(root, path), content);
}

void write();
