import * as path from "node:path";
import { createRequire } from "node:module";
import { PreviewError } from "../preview-error";
import { Child } from "../process/child";
import { childEnvironment } from "../process/child-environment";
import type { StackProject } from "../project";

/** How a program is to be run. */
export interface ProgramRun {
  readonly project: StackProject;
  readonly organization: string;
  /** Of the monitor and engine, `127.0.0.1:<port>`. */
  readonly address: string;
  /** Whether errors carry stack traces. Without them the SDK, which takes one for every promise, is about twice as fast. */
  readonly stackTraces: boolean;
}

/** How many registrations the program may have under way; the engine's own default is 4 for each processor. */
const PARALLEL = 64;

/**
 * Finds a script of the Pulumi SDK that a folder's own code would load.
 *
 * @throws PreviewError when the SDK is not installed there.
 */
export function sdkScript(folder: string, script: string): string {
  try {
    return createRequire(path.join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${script}`);
  } catch (error) {
    const message = `@pulumi/pulumi is not installed in ${folder}; run \`npm install\` there`;
    throw new PreviewError("configuration", message, [String(error)]);
  }
}

/** Starts the program as Pulumi's own language host does. Credentials are not handed on. */
export function startProgram({ project, organization, address, stackTraces }: ProgramRun): Child {
  const { runtime, configuration } = project;
  const values = [...configuration].map(([key, { text }]) => [key.replace(":", ":config:"), text] as const);
  const secretKeys = [...configuration].filter(([, value]) => value.secret).map(([key]) => key);
  return new Child({
    nodeArgs: [...(stackTraces ? [] : ["--stack-trace-limit=0"]), ...runtime.nodeArgs],
    args: [
      sdkScript(project.programFolder, "run/index.js"),
      ...["--monitor", address, "--engine", address],
      ...["--organization", organization, "--project", project.name, "--root-directory", project.folder],
      ...["--stack", project.stack, "--pwd", project.programFolder, "--dry-run"],
      ...["--parallel", String(PARALLEL), project.entryPoint],
    ],
    cwd: project.programFolder,
    env: childEnvironment({
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
      ...(runtime.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true", PULUMI_NODEJS_TRANSPILE_ONLY: "true" }),
      ...(runtime.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: runtime.tsconfig }),
    }),
  });
}
