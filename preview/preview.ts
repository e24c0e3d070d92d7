import * as path from "node:path";
import { SimulatedAws } from "../simulator/index";
import { describeResources, readable, summarize } from "./document";
import { type Engine, startEngine } from "./engine/engine";
import type { ResourceReview } from "./engine/deployment";
import { stackUrn } from "./engine/urn";
import type { PreviewOptions } from "./options";
import { byResource, inTreeOrder } from "./order";
import { readPolicySettings } from "./policy/configuration";
import { Pack } from "./policy/pack";
import { readPackFolder } from "./policy/pack-folder";
import { type PolicyOutcome, PolicyReview, type StartingPack } from "./policy/review";
import { messageOf, PreviewError } from "./preview-error";
import type { Exit } from "./process/child";
import { programFailure } from "./program/failure";
import { startProgram } from "./program/program";
import { Progress } from "./progress";
import { readProject, type StackProject } from "./project";
import type { Diagnostic, PreviewResult } from "./result";
import { Session } from "./session";

/** What the real engine calls the organization of a stack in a backend of one's own. */
const ORGANIZATION = "organization";

/** For the run that only explains an error. */
const NO_REVIEW: ResourceReview = {
  remediate: ({ inputs }) => Promise.resolve(inputs),
  analyze: () => undefined,
};

/** A program that ran to its end, and the engine that holds what came of it. */
interface ProgramRun {
  readonly engine: Engine;
  readonly diagnostics: readonly Diagnostic[];
}

/** One preview from reading the project to the finished document. */
class Preview {
  private readonly organization: string;

  public constructor(
    private readonly options: PreviewOptions,
    private readonly session: Session,
    private readonly progress: Progress,
  ) {
    this.organization = options.organization ?? ORGANIZATION;
  }

  public async run(): Promise<PreviewResult> {
    this.progress.started("configuration");
    const project = readProject(this.options.projectDir, this.options.stack);
    const { packs, diagnostics } = this.startPacks(project);
    this.progress.finished("configuration");
    const review = new PolicyReview(packs, (urn) => {
      this.progress.analyzed(urn);
    });
    const program = await this.runProgram(project, review);
    refuseProblems(program.engine);
    const outcome = await this.judgeStack(program.engine, review);
    return this.result(project, program.engine, outcome, [
      ...project.diagnostics,
      ...diagnostics,
      ...program.diagnostics,
      ...review.diagnostics,
    ]);
  }

  private startPacks(project: StackProject): { packs: StartingPack[]; diagnostics: Diagnostic[] } {
    const { policyPacks, policyConfig } = this.options;
    const settings = policyConfig === undefined ? {} : readPolicySettings(policyConfig);
    const folders = policyPacks.map(readPackFolder);
    if (folders.length === 0) return { packs: [], diagnostics: [] };
    this.progress.started("policyPacks");
    const ledgers = this.session.folder();
    const packs = folders.map((folder, index) => {
      const ledger = path.join(ledgers, `${index}.jsonl`);
      const run = { project, organization: this.organization, ledger };
      return { ledger, pack: Pack.start(folder, run, settings, this.session) };
    });
    Promise.all(packs.map(({ pack }) => pack)).then(() => {
      this.progress.mark("packsReady");
      this.progress.finished("policyPacks");
    }, this.session.stop);
    return { packs, diagnostics: folders.flatMap((folder) => folder.diagnostics) };
  }

  private async runProgram(project: StackProject, review: ResourceReview): Promise<ProgramRun> {
    const run = await this.attempt(project, review, { stackTraces: false });
    if (!("failure" in run)) return run;
    const explained = await this.attempt(project, NO_REVIEW, { stackTraces: true });
    throw "failure" in explained ? explained.failure : run.failure;
  }

  private async attempt(
    project: StackProject,
    review: ResourceReview,
    { stackTraces }: { stackTraces: boolean },
  ): Promise<ProgramRun | { readonly failure: PreviewError }> {
    let finish: () => void = () => undefined;
    const finished = new Promise<undefined>((resolve) => {
      finish = () => {
        resolve(undefined);
      };
    });
    const engine = await startEngine({
      scope: { stack: project.stack, project: project.name },
      configuration: project.configuration,
      aws: new SimulatedAws({
        projectDir: project.programFolder,
        ...(this.options.faults && { faults: this.options.faults }),
      }),
      review,
      registered: (state) => {
        this.progress.registered(state);
      },
      finished: finish,
      failed: (error) => {
        this.session.stop(
          error instanceof PreviewError ? error : new PreviewError("program", messageOf(error)),
        );
      },
    });
    this.session.atEnd(engine.close);
    this.progress.started("program");
    this.progress.mark("programStarted");
    const program = startProgram({
      project,
      organization: this.organization,
      address: engine.address,
      stackTraces,
    });
    this.session.atEnd(() => program.terminate());
    const exit = await this.session.orStopped(Promise.race([finished, program.ended]));
    this.progress.mark("programFinished");
    this.progress.finished("program");
    const errors = engine.diagnostics.some(({ severity }) => severity === "error");
    if ((exit === undefined || exit.code === 0) && !errors) {
      return { engine, diagnostics: [...engine.diagnostics, ...remarks(exit, program.stdout)] };
    }
    const { stderr } = program;
    const exitCode = exit === undefined ? 0 : exit.code;
    return { failure: programFailure({ project, exitCode, diagnostics: engine.diagnostics, stderr }) };
  }

  private async judgeStack({ deployment }: Engine, review: PolicyReview): Promise<PolicyOutcome> {
    this.progress.started("stackPolicies");
    const states = inTreeOrder(deployment.states.all().filter(({ external }) => !external));
    const withProviders = states.map((state) => [state, deployment.states.provider(state.provider)] as const);
    const outcome = await this.session.orStopped(review.finish(withProviders, stackUrn(deployment.scope)));
    this.progress.mark("judged");
    this.progress.finished("stackPolicies");
    return outcome;
  }

  private result(
    project: StackProject,
    { deployment }: Engine,
    outcome: PolicyOutcome,
    diagnostics: readonly Diagnostic[],
  ): PreviewResult {
    const states = inTreeOrder(deployment.states.all());
    const resources = describeResources(states, this.options.projectDir);
    const verdicts = byResource(outcome.verdicts, states, (verdict) => [
      verdict.control,
      verdict.path,
      verdict.message,
    ]);
    const approximations = deployment.approximations();
    const { mandatoryFailures } = outcome;
    return {
      stack: project.stack,
      program: project.name,
      durationMs: Math.round(this.progress.elapsedMs),
      phases: this.progress.phases(),
      resources,
      policyPacks: outcome.packs,
      verdicts,
      approximations,
      outputs: readable(deployment.states.get(stackUrn(deployment.scope))?.outputs ?? {}),
      diagnostics,
      summary: summarize(resources, verdicts, { mandatoryFailures, approximations: approximations.length }),
    };
  }
}

/** What is worth saying of a program that did not fail. */
function remarks(exit: Exit | undefined, stdout: string): Diagnostic[] {
  const said: Diagnostic[] =
    stdout.trim() === "" ? [] : [{ severity: "info", source: "program", message: stdout.trimEnd() }];
  if (exit === undefined) return said;
  const message = "the program ended itself before Pulumi had finished with it; resources may be missing";
  return [...said, { severity: "warning", source: "preview", message }];
}

/** Refuses to go on when a resource cannot be as the program wants it, and says so of every such resource at once. */
function refuseProblems({ deployment }: Engine): void {
  const lines = deployment.problems.all().map(({ urn, message }) => `${urn}: ${message}`);
  const [first, ...rest] = [...new Set(lines)];
  if (first === undefined) return;
  if (rest.length === 0) throw new PreviewError("program", first);
  throw new PreviewError("program", `${rest.length + 1} resources cannot be as the program wants them`, [
    first,
    ...rest,
  ]);
}

/**
 * Previews a stack with Node alone: runs the unchanged program and the real policy packs, and has simulated AWS answer where the
 * engine would ask AWS.
 *
 * @throws PreviewError when there is no preview: wrong configuration, a program or pack that fails, an interruption. By then
 * every process it started has ended.
 */
export async function previewStack(options: PreviewOptions): Promise<PreviewResult> {
  const session = new Session(options.signal);
  try {
    return await session.orStopped(new Preview(options, session, new Progress(options.onProgress)).run());
  } finally {
    await session.end();
  }
}
