import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { runCommand } from "./cli/command";
import { exitCodes } from "./cli/failure";
import { startProgress } from "./cli/progress";
import { previewStack } from "./index";

const ownFolder = resolve(__dirname, "..");

function ownVersion(): string {
  // Our own package.json has a version; a test would notice if it had not.
  return (JSON.parse(readFileSync(join(ownFolder, "package.json"), "utf8")) as { version: string }).version;
}

/** npm runs scripts in the folder of package.json, but says where the person stood who called it. */
function workingFolder({ npm_lifecycle_event: script, INIT_CWD: calledFrom }: NodeJS.ProcessEnv): string {
  return script === "start" && calledFrom !== undefined ? calledFrom : process.cwd();
}

/** The first Ctrl-C ends the preview in order; the second does not wait for it. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
}

/** A reader such as `head` may leave before the end; nobody is left to tell then. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.success);
});

void runCommand({
  args: process.argv.slice(2),
  workingFolder: workingFolder(process.env),
  ownFolder,
  version: ownVersion(),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interruption(),
  preview: previewStack,
  startProgress: (stack) => startProgress(stack, process.stderr),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
