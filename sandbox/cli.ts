import * as fs from "node:fs";
import * as path from "node:path";
import { Argument, Command, CommanderError } from "commander";
import { RefusedToStart } from "./refusals";
import { FolderInUse, takeLock } from "./lock";
import { sandboxFolder } from "./session/folder";
import { listenForInterruption, type Interruption } from "./tour/interruption";
import { Narrator } from "./tour/narrator";
import { UnknownStack } from "./project-files";
import { PulumiCliMissing } from "./pulumi-cli";
import { Sandbox } from "./session/sandbox";
import { openShell } from "./tour/shell";
import * as steps from "./tour/steps";

const PROJECT_DIR = path.join(__dirname, "..");
const POLICY_SETTINGS = "policies.json";
const PROJECT_PACK = path.join(PROJECT_DIR, "policy-pack");

type Step = (sandbox: Sandbox, narrator: Narrator) => Promise<boolean>;

/** What every step needs besides the sandbox. */
interface Wiring {
  readonly narrator: Narrator;
  readonly interruption: Interruption;
}

/** What can be asked for, and the steps it consists of. */
const COMMANDS: Readonly<Record<string, readonly Step[]>> = {
  tour: [steps.up, steps.previewNothing, steps.previewChange, steps.violate, steps.drift, steps.destroy],
  preview: [steps.preview],
  up: [steps.up],
  refresh: [steps.refresh],
  destroy: [steps.destroy],
  shell: [openShell],
};

/** Exit codes: all went as it should; something did not; it could not start. */
const EXIT = { ok: 0, failed: 1, notStarted: 2, interrupted: 130 };

interface Options {
  readonly project: string | undefined;
  readonly policyPack: readonly string[] | undefined;
  readonly policyConfig: string | undefined;
  readonly faults: string | undefined;
  readonly folder: string | undefined;
}

const EPILOGUE = `
Exit codes:
  0    everything went as it should
  1    a step did not
  2    nothing could be started
  130  interrupted

State is kept between commands in .sandbox/<stack> of the project; \`reset\` throws it away.`;

function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function program(): Command {
  const names = [...Object.keys(COMMANDS), "reset"];
  return new Command("npm run sandbox --")
    .description(
      "Deploys a stack with the real Pulumi CLI and engine to simulated AWS, with a state of its own. " +
        "Never touches real AWS or a Pulumi login, and refuses to start where it could.",
    )
    .argument("<stack>", "stack to deploy, e.g. dev")
    .addArgument(
      new Argument("[command]", "one step, or the whole tour in a sandbox made for it")
        .choices(names)
        .default("tour"),
    )
    .option("--project <dir>", "folder of another Pulumi project (default: this project)")
    .option(
      "--policy-pack <dir>",
      "policy pack that judges; may be repeated (default: this project's)",
      collect,
    )
    .option(
      "--policy-config <file>",
      "settings of the policies, as for `pulumi up --policy-pack-config` (default: the project's, for this project's pack)",
    )
    .option("--faults <file>", "JSON file that says what is to go wrong in simulated AWS")
    .option("--folder <dir>", "where sandboxes are kept (default: .sandbox in the project)")
    .addHelpText("after", EPILOGUE)
    .exitOverride();
}

/** Empties the folder of a sandbox that nobody uses. */
function throwAway(root: string): void {
  if (!fs.existsSync(root)) return;
  const release = takeLock(root, sandboxFolder(root).lock);
  fs.rmSync(root, { recursive: true, force: true });
  release();
}

function openSandbox(root: string, stack: string, options: Options, wiring: Wiring): Promise<Sandbox> {
  const projectDir = path.resolve(options.project ?? PROJECT_DIR);
  const { policyPack = [PROJECT_PACK], faults } = options;
  const policyConfig = options.policyConfig ?? settingsOfProject(projectDir, options);
  return Sandbox.open({
    projectDir,
    stack,
    root,
    policyPacks: policyPack.map((folder) => path.resolve(folder)),
    policyConfigs: policyConfig === undefined ? [] : [path.resolve(policyConfig)],
    ...(faults === undefined ? {} : { faults: path.resolve(faults) }),
    signal: wiring.interruption.signal,
    onEvent: steps.followEvents(wiring.narrator),
  });
}

/** A project's own settings of this pack; another pack does not know them. */
function settingsOfProject(projectDir: string, { policyPack }: Options): string | undefined {
  const file = path.join(projectDir, POLICY_SETTINGS);
  return policyPack === undefined && fs.existsSync(file) ? file : undefined;
}

async function runSteps(todo: readonly Step[], sandbox: Sandbox, wiring: Wiring): Promise<number> {
  for (const step of todo) {
    const ok = !wiring.interruption.wished() && (await step(sandbox, wiring.narrator));
    if (wiring.interruption.wished()) return EXIT.interrupted;
    if (!ok) return EXIT.failed;
  }
  return EXIT.ok;
}

/** Mistakes of the person, who needs no stack trace to mend them. */
function isExpected(error: unknown): error is Error {
  return [RefusedToStart, FolderInUse, UnknownStack, PulumiCliMissing].some((kind) => error instanceof kind);
}

function rootOf(stack: string, command: string, options: Options): string {
  const sandboxes = path.resolve(options.folder ?? path.join(options.project ?? PROJECT_DIR, ".sandbox"));
  return path.join(sandboxes, command === "tour" ? `${stack}.tour` : stack);
}

async function main(argv: readonly string[]): Promise<number> {
  const narrator = new Narrator(process.stdout, process.env);
  const given = program().parse(argv);
  const options = given.opts<Options>();
  const [stack = "", command = "tour"] = given.processedArgs as string[];
  const root = rootOf(stack, command, options);
  if (command === "tour" || command === "reset") throwAway(root);
  if (command === "reset") {
    narrator.say(`The sandbox of ${stack} is empty.`);
    return EXIT.ok;
  }
  const wiring = { narrator, interruption: listenForInterruption(process.stdin.isTTY) };
  const sandbox = await openSandbox(root, stack, options, wiring);
  try {
    const exitCode = await runSteps(COMMANDS[command] ?? [], sandbox, wiring);
    if (exitCode === EXIT.interrupted) narrator.say("Interrupted. What was done so far is kept.");
    return exitCode;
  } finally {
    sandbox.close();
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.notStarted;
  console.error(isExpected(error) ? error.message : error);
  return EXIT.notStarted;
}

void main(process.argv)
  .catch(exitCodeFor)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
