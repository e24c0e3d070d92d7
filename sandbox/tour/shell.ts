import { spawn } from "node:child_process";
import * as path from "node:path";
import type { Narrator } from "./narrator";
import type { Sandbox } from "../session/sandbox";

/** Opens the user's shell with the sandbox's CLI, backend and simulated AWS in its environment, and waits until it is left. */
export async function openShell(sandbox: Sandbox, narrator: Narrator): Promise<boolean> {
  const shell = process.env.SHELL ?? "/bin/sh";
  narrator.say(
    `This shell is inside the sandbox: \`pulumi\` here is the real CLI with a state of its own, and AWS is simulated. ` +
      `Try \`pulumi preview --diff\`, \`pulumi stack\`, \`pulumi state\`. The folder holds copies of the project's files, made ` +
      `when the shell was opened. Simulated AWS is ${sandbox.folder.world}. \`exit\` leaves the sandbox.`,
  );
  const child = spawn(shell, [], {
    cwd: sandbox.folder.project,
    env: { ...process.env, ...sandbox.shellEnvironment(), PATH: pathWith(sandbox.folder.bin) },
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      resolve(true);
    });
  });
}

function pathWith(folder: string): string {
  return [folder, process.env.PATH ?? ""].join(path.delimiter);
}
