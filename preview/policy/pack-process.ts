import { PreviewError } from "../preview-error";
import { Child } from "../process/child";
import { childEnvironment } from "../process/child-environment";
import { sdkScript } from "../program/program";
import type { StackProject } from "../project";

/** What a pack's process is told. */
export interface PackRun {
  readonly project: StackProject;
  readonly organization: string;
  /** The file that the pack appends its verdicts to, if it knows how. */
  readonly ledger: string;
}

/** How long a pack may take until it prints its port; compiling one takes seconds, not minutes. */
const START_PATIENCE_MS = 60_000;

/** The engine's address, which packs are given and do not use. */
const NO_ENGINE = "127.0.0.1:0";

/**
 * Each resource makes a pack allocate some hundred KiB, nearly all of it for a moment; with so much room, in MiB, for what is
 * young, Node collects it a tenth faster.
 */
const YOUNG_MEMORY = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

/** How many lines of a pack's errors are worth showing. */
const SHOWN_LINES = 20;

/** The last lines of what a process wrote, without empty ones. */
export function lastLines(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-SHOWN_LINES);
}

/** Starts the process of a policy pack as Pulumi's language host does: in the pack's folder, with the pack's own SDK. */
export function spawnPack(folder: string, { project, organization, ledger }: PackRun): Child {
  const values = [...project.configuration].map(([key, { text }]) => [key, text] as const);
  return new Child({
    nodeArgs: YOUNG_MEMORY,
    args: [sdkScript(folder, "run-policy-pack/index.js"), NO_ENGINE, folder],
    cwd: folder,
    env: childEnvironment({
      PULUMI_NODEJS_ORGANIZATION: organization,
      PULUMI_NODEJS_PROJECT: project.name,
      PULUMI_NODEJS_STACK: project.stack,
      PULUMI_NODEJS_DRY_RUN: "true",
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)),
      POLICY_VERDICTS: ledger,
    }),
    endsWithParent: true,
  });
}

/**
 * The port of a pack, which is the first line it prints.
 *
 * @throws PreviewError with what the pack wrote, when it ends, says something else, or says nothing.
 */
export async function portOf(pack: Child, folder: string): Promise<number> {
  const refusal = (what: string): PreviewError =>
    new PreviewError("policy", `policy pack ${folder} did not start: ${what}`, lastLines(pack.stderr));
  let patience: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      patience = setTimeout(() => {
        reject(refusal(`it printed no port within ${START_PATIENCE_MS / 1000} seconds`));
      }, START_PATIENCE_MS);
      pack.onLine((line) => {
        const port = Number(line.trim());
        if (Number.isInteger(port) && port > 0) resolve(port);
        else reject(refusal(`it printed ${JSON.stringify(line)} where its port must come first`));
      });
      pack.ended.then(({ code, signal }) => {
        reject(
          refusal(code === null ? `signal ${String(signal)} ended it` : `it ended with exit code ${code}`),
        );
      }, reject);
    });
  } finally {
    clearTimeout(patience);
  }
}
