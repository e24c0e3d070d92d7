import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { type Baseline, BaselineError, readBaseline } from "./baseline";
import { renderJunit } from "./junit";
import type { StackReport } from "./judged";
import { renderMarkdown } from "./markdown";
import { renderSarif } from "./sarif";

/** Which reports to write where. */
export interface ReportFiles {
  /** SARIF 2.1.0, for code scanning. */
  readonly sarif?: string | undefined;
  /** JUnit's XML, for test reports. */
  readonly junit?: string | undefined;
  /** A summary for a pull request. */
  readonly markdown?: string | undefined;
}

/** Writes beside the file and renames, so that a reader, or a second run, never meets half of one. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Reads the file that findings are compared with.
 *
 * @throws BaselineError - Where it cannot be read, or is no SARIF file of an earlier run.
 */
export async function readBaselineFile(file: string): Promise<Baseline> {
  try {
    return readBaseline(await readFile(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BaselineError(`the baseline ${file} cannot be used: ${reason}`);
  }
}

/**
 * Writes the reports that are asked for.
 *
 * @returns the files, in the order of their formats
 */
export async function writeReports(
  reports: readonly StackReport[],
  files: ReportFiles,
  baseline?: Baseline,
): Promise<readonly string[]> {
  const wanted = [
    [files.sarif, () => renderSarif(reports, baseline)],
    [files.junit, () => renderJunit(reports)],
    [files.markdown, () => renderMarkdown(reports, baseline)],
  ] as const;
  const written: string[] = [];
  for (const [file, render] of wanted) {
    if (file === undefined) continue;
    await writeWhole(file, render());
    written.push(file);
  }
  return written;
}
