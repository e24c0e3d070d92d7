import type { Ora } from "ora" with { "resolution-mode": "import" };
import { screenOf, type Destination, type Screen } from "../../preview/report/terminal/screen";
import { count, duration, fit, harmless, wrap } from "../../preview/report/terminal/text";
import { changedNothing, type EngineRun } from "../session/engine-run";

/** Violations told one by one; the rest is counted. */
const MOST_VIOLATIONS = 5;

/** Tells a person what a sandbox does and what came of it: spinner and colours on a terminal, plain lines elsewhere. */
export class Narrator {
  private readonly screen: Screen;
  private spinner: Ora | undefined;
  private title = "";

  constructor(
    private readonly out: NodeJS.WritableStream & Destination,
    env: NodeJS.ProcessEnv,
  ) {
    this.screen = screenOf(out, env);
  }

  /** Says something on its own. */
  say(text: string): void {
    for (const line of wrap(text, this.screen.width)) this.print(line);
  }

  /** Announces a step that is about to begin. */
  async begin(title: string, explanation: string): Promise<void> {
    const { bold, dim } = this.screen.paint;
    this.title = title;
    this.print("");
    this.print(`${bold(title)}  ${dim(explanation)}`);
    if (this.out.isTTY !== true) return;
    const { default: ora } = await import("ora");
    this.spinner = ora({ stream: this.out, discardStdin: false, text: "" }).start();
  }

  /** Shows what the step is busy with, where somebody can see it. */
  progress(text: string): void {
    if (this.spinner !== undefined) this.spinner.text = fit(harmless(text), this.screen.width - 4);
  }

  /** Closes the step. */
  end(ok: boolean, outcome: string, details: readonly string[] = []): void {
    const { green, red } = this.screen.paint;
    this.spinner?.stop();
    this.spinner = undefined;
    const [first = "", ...rest] = wrap(outcome, this.screen.width - 2);
    this.print(`${ok ? green("✔") : red("✗")} ${first}`);
    for (const line of [...rest, ...details.flatMap((detail) => wrap(detail, this.screen.width - 4))]) {
      this.print(`    ${line}`);
    }
    if (!ok && outcome === "") this.print(`    ${this.title} failed`);
  }

  private print(line: string): void {
    this.out.write(`${line}\n`);
  }
}

/** What an operation did, in one line: `84 to create, 3 unchanged (12.3 s)`. */
export function describeRun(run: EngineRun): string {
  const unchanged = run.changes.same ?? 0;
  const parts = Object.entries(run.changes)
    .filter(([op]) => op !== "same")
    .map(([op, number]) => `${number} ${run.operation === "preview" ? `to ${op}` : (PAST[op] ?? op)}`);
  if (changedNothing(run) && run.succeeded) parts.push("no changes");
  if (unchanged > 0) parts.push(`${unchanged} unchanged`);
  const advisory = run.violations.filter(({ enforcementLevel }) => enforcementLevel !== "mandatory").length;
  if (advisory > 0) parts.push(count(advisory, "policy advisory", "policy advisories"));
  return `${parts.join(", ")} (${duration(run.durationMs)})`;
}

/** Mandatory violations and errors of an operation, the gravest first, not more than a person reads. */
export function describeTrouble(run: EngineRun): string[] {
  const violations = run.violations
    .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
    .map(({ policyName, message, resourceUrn }) => `${policyName}: ${nameOf(resourceUrn)}: ${message}`);
  const told = violations.slice(0, MOST_VIOLATIONS);
  const more = violations.length - told.length;
  return [...told, ...(more > 0 ? [`… and ${count(more, "more violation")}`] : []), ...run.errors];
}

/** The last part of a URN, which people call the name. */
export function nameOf(urn: string | undefined): string {
  return urn?.split("::").at(-1) ?? "the stack";
}

const PAST: Readonly<Record<string, string>> = {
  create: "created",
  update: "updated",
  delete: "deleted",
  replace: "replaced",
  "create-replacement": "created as replacement",
  "delete-replaced": "deleted after replacement",
  refresh: "refreshed",
  read: "read",
};
