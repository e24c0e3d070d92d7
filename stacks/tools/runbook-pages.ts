import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { format } from "prettier";

import { runbookIndex, runbookPage, runbooks } from "../../infra/operations/settings";

const root = resolve(__dirname, "../..");
const folder = "docs/runbooks";

/** Every page of the runbooks, by its path in the repository, as it should be now. */
export async function runbookPages(): Promise<ReadonlyMap<string, string>> {
  const tidy = (text: string): Promise<string> => format(text, { printWidth: 110, parser: "markdown" });
  const pages = runbooks.map(
    async (runbook) => [`${folder}/${runbook.id}.md`, await tidy(runbookPage(runbook))] as const,
  );
  return new Map([
    [`${folder}/README.md`, await tidy(runbookIndex(runbooks))],
    ...(await Promise.all(pages)),
  ]);
}

async function write(): Promise<void> {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [path, content] of await runbookPages()) writeFileSync(join(root, path), content);
}

if (require.main === module) void write();
