import * as fs from "node:fs";
import * as path from "node:path";
import { LocalWorkspace, PulumiCommand, Stack } from "@pulumi/pulumi/automation";
import { childEnvironment } from "../environment";
import type { SandboxFolder } from "./folder";
import {
  copyProjectFiles,
  readYaml,
  SECRET_PLACEHOLDER,
  stackFileName,
  type Settings,
  type StackOfProject,
} from "../project-files";

/** A stack of the sandbox's own backend, ready for operations. */
export interface OpenedStack {
  /** The stack as the Automation API sees it. */
  readonly stack: Stack;
  /** The placeholder for encrypted values as this sandbox encrypts it; where the project has such values. */
  readonly sealed: string | undefined;
}

/** Makes the stack in the sandbox's backend when it is not there yet, and selects it. */
export async function openStack(source: StackOfProject, folder: SandboxFolder): Promise<OpenedStack> {
  const secretKeys = copyProjectFiles(source, folder.project);
  keepFromLogging(folder);
  const envVars = { ...childEnvironment(process.env, folder), POLICY_VERDICTS: folder.verdicts };
  const workspace = await LocalWorkspace.create({
    workDir: folder.project,
    pulumiHome: folder.home,
    pulumiCommand: await pulumiCommand(folder),
    // The type knows no `undefined`, by which Node's spawn takes an inherited variable away.
    envVars: envVars,
  });
  const stack = await Stack.createOrSelect(source.stack, workspace);
  return { stack, sealed: secretKeys.length === 0 ? undefined : await seal(stack, folder) };
}

// The CLI logs each property of each resource into a folder of its home, a third of what it does in all, and has no switch for
// it. Where a file is in the folder's place it does without.
function keepFromLogging({ home }: SandboxFolder): void {
  const logs = path.join(home, "logs");
  fs.rmSync(logs, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(logs, "");
}

// It asks the CLI for its version without the workspace's environment; and even that makes the CLI write into its home.
async function pulumiCommand(folder: SandboxFolder): Promise<PulumiCommand> {
  const outside = process.env.PULUMI_HOME;
  process.env.PULUMI_HOME = folder.home;
  try {
    return await PulumiCommand.get({ root: path.dirname(folder.bin) });
  } finally {
    if (outside === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = outside;
  }
}

async function seal(stack: Stack, folder: SandboxFolder): Promise<string> {
  const key = "sandbox:placeholder";
  await stack.setConfig(key, { value: SECRET_PLACEHOLDER, secret: true });
  const written = readYaml(path.join(folder.project, stackFileName(stack.name)));
  const { [key]: value } = written.config as Record<string, Settings | undefined>;
  if (typeof value?.secure !== "string") throw new Error(`the Pulumi CLI did not encrypt ${key}`);
  return value.secure;
}
