import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";

/** What to start: a script for Node, its arguments, where and with which environment. */
export interface NodeProcess {
  /** Arguments of `node`: its own flags, the script, the script's arguments. */
  readonly args: readonly string[];
  /** The working directory. */
  readonly cwd: string;
  /** The whole environment of the child. */
  readonly env: NodeJS.ProcessEnv;
  /** Where its standard streams go. */
  readonly stdio: SpawnOptions["stdio"];
}

/** The Node processes that a language host has started and that must not outlive it. */
export class ChildProcesses {
  private readonly running = new Set<ChildProcess>();

  /** Starts a process and remembers it until it has ended. */
  start(process_: NodeProcess): ChildProcess {
    const child = spawn(process.execPath, [...process_.args], {
      cwd: process_.cwd,
      env: process_.env,
      stdio: process_.stdio,
    });
    this.running.add(child);
    child.once("close", () => this.running.delete(child));
    return child;
  }

  /** Ends every process that still runs. */
  endAll(signal: NodeJS.Signals): void {
    for (const child of this.running) child.kill(signal);
  }
}

/** Waits for a process and gives its exit code; one that a signal ended counts as 128. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve(code ?? 128);
    });
  });
}
