import { existsSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { renderJson } from "../report/json";
import { renderTerminal, screenOf } from "../report/terminal";
import { renderStacks, type StackOutcome } from "../report/terminal/stacks";
import type { PreviewResult } from "../result";
import type { PreviewRequest } from "./arguments";
import { CommandFailure, exitCodes, failureOf } from "./failure";
import { checkConfiguration } from "./own-configuration";
import { printFailure } from "./print-failure";
import { assertStack, projectStacks } from "./project-stacks";
import { writeReport } from "./report-file";
import { ReportsForPrograms } from "./report-files";
import type { Surroundings } from "./surroundings";

/** Settings of the policies, beside the project that they are for. */
const POLICY_CONFIG_FILE = "policies.json";

/** What became of one stack; a failure is kept, so that the other stacks are previewed all the same. */
interface Preview {
  readonly stack: string;
  readonly exitCode: number;
  readonly result?: PreviewResult;
  readonly failure?: CommandFailure;
}

function assertExists(path: string, what: string, kind: "folder" | "file"): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === (kind === "folder")) return;
  const is = found === undefined ? "does not exist" : `is no ${kind}`;
  throw new CommandFailure("usage", `${what} ${path} ${is}; an existing ${kind} is required`);
}

/** Previews what was asked for, and prints and writes what came of it. */
export class PreviewRun {
  private readonly project: string;
  private readonly policyPacks: readonly string[];
  private readonly policyConfig: string | undefined;

  /** @throws CommandFailure for a folder or file that is named and does not exist. */
  public constructor(
    private readonly around: Surroundings,
    private readonly request: PreviewRequest,
  ) {
    const absolute = (path: string): string => resolve(around.workingFolder, path);
    this.project = absolute(request.project ?? around.ownFolder);
    assertExists(this.project, "the project", "folder");
    this.policyPacks = request.policyPacks?.map(absolute) ?? [join(around.ownFolder, "policy-pack")];
    for (const pack of this.policyPacks) assertExists(pack, "the policy pack", "folder");
    this.policyConfig =
      request.policyConfig === undefined ? this.ownPolicyConfig() : absolute(request.policyConfig);
    if (this.policyConfig !== undefined) assertExists(this.policyConfig, "the policy configuration", "file");
  }

  /** The project's own settings of the default pack; those of a pack that was named are named with it. */
  private ownPolicyConfig(): string | undefined {
    const file = join(this.project, POLICY_CONFIG_FILE);
    return this.request.policyPacks === undefined && existsSync(file) ? file : undefined;
  }

  /**
   * Previews one stack or all of them.
   *
   * @returns the exit code
   * @throws what stopped the preview of the only stack
   */
  public async start(): Promise<number> {
    const stacks = projectStacks(this.project);
    if (!this.request.all) assertStack(this.request.stack, stacks);
    const reports = await ReportsForPrograms.open(this.around, this.request, this.project);
    if (!this.request.all) return this.single(this.request.stack, reports);
    if (stacks.length === 0)
      throw new CommandFailure("usage", `the project in ${this.project} has no stacks`);
    return this.every(stacks, reports);
  }

  private async single(stack: string, reports: ReportsForPrograms): Promise<number> {
    const result = await this.judged(stack, reports);
    if (this.request.json) this.around.stdout.write(renderJson(result));
    else this.print(renderTerminal(screenOf(this.around.stdout, this.around.environment), result));
    return Math.max(exitCodeOf(result), await this.reported(result), await this.filed(reports));
  }

  /** The preview of the only stack; where there is none, the reports say why. */
  private async judged(stack: string, reports: ReportsForPrograms): Promise<PreviewResult> {
    try {
      const result = await this.previewed(stack);
      reports.add(result);
      return result;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== "interrupted") {
        reports.addFailure(stack, failure);
        await this.filed(reports);
      }
      throw error;
    }
  }

  private async every(stacks: readonly string[], reports: ReportsForPrograms): Promise<number> {
    const previews: Preview[] = [];
    for (const stack of stacks) {
      const preview = await this.attempted(stack);
      previews.push(preview);
      if (preview.failure?.kind === "interrupted") throw preview.failure;
      if (preview.result !== undefined) reports.add(preview.result);
      else reports.addFailure(stack, reason(preview));
    }
    if (this.request.json) this.around.stdout.write(renderJson({ stacks: previews.map(jsonOf) }));
    else
      this.print(
        renderStacks(screenOf(this.around.stdout, this.around.environment), previews.map(outcomeOf)),
      );
    return Math.max(...previews.map(({ exitCode }) => exitCode), await this.filed(reports));
  }

  private async attempted(stack: string): Promise<Preview> {
    try {
      const result = await this.previewed(stack);
      if (!this.request.json) {
        const screen = screenOf(this.around.stdout, this.around.environment);
        this.print(renderTerminal(screen, result));
      }
      const exitCode = Math.max(exitCodeOf(result), await this.reported(result));
      if (!this.request.json) this.print([""]);
      return { stack, exitCode, result };
    } catch (error) {
      const failure = failureOf(error);
      return { stack, exitCode: failure.exitCode, failure };
    }
  }

  private async previewed(stack: string): Promise<PreviewResult> {
    const { around, project, policyPacks, policyConfig } = this;
    if (realpathSync(project) === realpathSync(around.ownFolder)) checkConfiguration(project, stack);
    const progress = await around.startProgress(stack);
    try {
      return await around.preview({
        projectDir: project,
        stack,
        policyPacks,
        ...(policyConfig !== undefined && { policyConfig }),
        onProgress: progress.onProgress,
        signal: around.signal,
      });
    } finally {
      progress.stop();
    }
  }

  /** Writes the report and says where it lies; a report that cannot be written does not hide the result. */
  private async reported(result: PreviewResult): Promise<number> {
    const { around, request } = this;
    if (request.report === undefined) return exitCodes.success;
    try {
      const file = await writeReport(resolve(around.workingFolder, request.report), result);
      if (!request.json) {
        const { paint } = screenOf(around.stdout, around.environment);
        this.print([`${paint.dim("Report")} ${file}`]);
      }
      return exitCodes.success;
    } catch (error) {
      const failure = failureOf(error);
      printFailure(around, failure);
      return failure.exitCode;
    }
  }

  /** Writes the reports for programs; one that cannot be written does not hide the result. */
  private async filed(reports: ReportsForPrograms): Promise<number> {
    const { around, request } = this;
    try {
      const files = await reports.write();
      const { paint } = screenOf(around.stdout, around.environment);
      if (!request.json && files.length > 0) {
        this.print(files.map((file) => `${paint.dim("Report")} ${file}`));
      }
      return exitCodes.success;
    } catch (error) {
      const failure = failureOf(error);
      printFailure(around, failure);
      return failure.exitCode;
    }
  }

  private print(lines: readonly string[]): void {
    this.around.stdout.write(`${lines.join("\n")}\n`);
  }
}

function exitCodeOf({ summary }: PreviewResult): number {
  return summary.mandatoryFailures > 0 ? exitCodes.violation : exitCodes.success;
}

function reason({ failure }: Preview): CommandFailure {
  return failure ?? new CommandFailure("internal", "neither result nor failure");
}

function jsonOf(
  preview: Preview,
): PreviewResult | { stack: string; error: ReturnType<CommandFailure["toJson"]> } {
  return preview.result ?? { stack: preview.stack, error: reason(preview).toJson() };
}

function outcomeOf(preview: Preview): StackOutcome {
  const { stack, exitCode, result } = preview;
  if (result !== undefined) return { stack, exitCode, result };
  const { message, details } = reason(preview);
  return { stack, exitCode, failure: [message, ...details].join("\n") };
}
