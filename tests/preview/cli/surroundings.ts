import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { Surroundings } from "../../../preview/cli/surroundings";
import type { PreviewOptions } from "../../../preview/options";
import type { PreviewResult } from "../../../preview/result";
import { networkResult } from "../report/fixture";

/** What a run of the command wrote, asked for and ended with. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly asked: readonly PreviewOptions[];
}

/** A folder with files, removed after the suite. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "command-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes every folder that {@link folderOf} made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A foreign project with the given stacks, and a pack. */
export function foreignProject(...stacks: readonly string[]): string {
  const files = stacks.map((stack): [string, string] => [`Pulumi.${stack}.yaml`, "config: {}\n"]);
  const project = {
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
  };
  return folderOf({ ...project, ...Object.fromEntries(files) });
}

/** A result as a passing stack gives it. */
export function passing(stack: string): PreviewResult {
  const result = networkResult(1);
  const verdicts = result.verdicts.filter(({ verdict }) => verdict === "pass");
  return { ...result, stack, verdicts, summary: { ...result.summary, mandatoryFailures: 0 } };
}

/** What stands in for the preview itself. */
export type FakePreview = (options: PreviewOptions) => PreviewResult;

/** Surroundings that note what is written and asked; nothing of it reaches the machine but files. */
export function surroundings(
  folder: string,
  args: readonly string[],
  preview: FakePreview,
): { around: Surroundings; outcome: (exitCode: number) => Outcome } {
  const written = { stdout: "", stderr: "" };
  const asked: PreviewOptions[] = [];
  const stream = (name: "stdout" | "stderr"): { write: (text: string) => void } => ({
    write: (text) => {
      written[name] += text;
    },
  });
  const around: Surroundings = {
    args,
    workingFolder: folder,
    ownFolder: folder,
    version: "1.2.3",
    environment: {},
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    signal: new AbortController().signal,
    preview: async (options) => {
      asked.push(options);
      return Promise.resolve(options).then(preview);
    },
    startProgress: () => Promise.resolve({ onProgress: () => undefined, stop: () => undefined }),
  };
  return { around, outcome: (exitCode) => ({ exitCode, ...written, asked }) };
}
