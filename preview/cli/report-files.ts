import { resolve } from "node:path";

import {
  type Baseline,
  BaselineError,
  readBaselineFile,
  type ReportFiles,
  type StackReport,
  writeReports,
} from "../../policy-pack/report";
import { messageOf } from "../preview-error";
import { failedReport, type Folders, stackReports } from "../report/stack-report";
import type { PreviewResult } from "../result";
import type { PreviewRequest } from "./arguments";
import { CommandFailure } from "./failure";
import type { Surroundings } from "./surroundings";

/** The reports for other programs: one file of each format for all stacks of a run. */
export class ReportsForPrograms {
  private readonly reports: StackReport[] = [];

  private constructor(
    private readonly files: ReportFiles,
    private readonly baseline: Baseline | undefined,
    private readonly folders: Folders,
    private readonly version: string,
  ) {}

  /**
   * Gets ready to write what is asked for.
   *
   * @param project - The folder of `Pulumi.yaml`.
   * @throws CommandFailure where the baseline cannot be used, before anything is previewed.
   */
  public static async open(
    { workingFolder, version }: Surroundings,
    { files, baseline }: PreviewRequest,
    project: string,
  ): Promise<ReportsForPrograms> {
    const absolute = (file: string | undefined): string | undefined => file && resolve(workingFolder, file);
    return new ReportsForPrograms(
      { sarif: absolute(files.sarif), junit: absolute(files.junit), markdown: absolute(files.markdown) },
      baseline === undefined ? undefined : await usable(resolve(workingFolder, baseline)),
      { project, root: workingFolder },
      version,
    );
  }

  /** Takes what came of a stack. */
  public add(result: PreviewResult): void {
    this.reports.push(...stackReports(result, this.folders));
  }

  /** Takes why nothing came of a stack. */
  public addFailure(stack: string, { message, details }: CommandFailure): void {
    const failure = [message, ...details].join("\n");
    this.reports.push(failedReport({ stack, failure, version: this.version }, this.folders));
  }

  /**
   * Writes the files.
   *
   * @returns their paths
   * @throws CommandFailure where one cannot be written.
   */
  public async write(): Promise<readonly string[]> {
    try {
      return await writeReports(this.reports, this.files, this.baseline);
    } catch (error) {
      throw new CommandFailure("report", `a report cannot be written: ${messageOf(error)}`, [
        "a file that can be written is required: see --sarif, --junit and --markdown",
      ]);
    }
  }
}

async function usable(file: string): Promise<Baseline> {
  try {
    return await readBaselineFile(file);
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error;
    throw new CommandFailure("usage", error.message);
  }
}
