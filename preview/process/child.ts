import { type ChildProcess, spawn } from "node:child_process";
import * as path from "node:path";
import type { Readable } from "node:stream";

/** A process of a preview. */
export interface ChildOptions {
  readonly nodeArgs: readonly string[];
  /** The script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /**
   * Whether it ends itself when this process is gone, however that ended. A server of calls would wait for ever.
   * @default false
   */
  readonly endsWithParent?: boolean;
}

/** Has a process end when the channel to its parent closes, without keeping it alive for that. */
const END_WITH_PARENT =
  'process.on("disconnect", () => process.exit()); if (process.channel) process.channel.unref();';

const PRELOAD = path.join(__dirname, "preload.cjs");

/** Node's options with the preload first. As an argument it would keep the SDK from running programs in ES modules. */
function withPreload(nodeOptions: string | undefined): string {
  return `--require ${JSON.stringify(PRELOAD)} ${nodeOptions ?? ""}`.trim();
}

/** How a process ended. */
export interface Exit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How much of a process's output is kept, in characters; the rest of a flood helps nobody. */
const KEPT_OUTPUT = 64 * 1024;

const running = new Set<ChildProcess>();

function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

function track(child: ChildProcess): void {
  if (running.size === 0) process.on("exit", endAll);
  running.add(child);
  child.once("close", () => {
    running.delete(child);
    if (running.size === 0) process.off("exit", endAll);
  });
}

/** A Node process that never outlives this one. */
export class Child {
  /** Settles when the process has ended and its output is read. */
  public readonly ended: Promise<Exit>;
  private readonly child: ChildProcess;
  private readonly texts = { stdout: "", stderr: "" };

  /** @param options - What to run. */
  public constructor(options: ChildOptions) {
    const watch = options.endsWithParent === true;
    const watching = watch ? ["--import", `data:text/javascript,${encodeURIComponent(END_WITH_PARENT)}`] : [];
    this.child = spawn(process.execPath, [...watching, ...options.nodeArgs, ...options.args], {
      cwd: options.cwd,
      env: { ...options.env, NODE_OPTIONS: withPreload(options.env.NODE_OPTIONS) },
      stdio: watch ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"],
    });
    track(this.child);
    this.keep("stdout", this.child.stdout);
    this.keep("stderr", this.child.stderr);
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("close", (code, signal) => {
        resolve({ code, signal });
      });
    });
    // Whoever waits for the end sees the error; nobody else must.
    this.ended.catch(() => undefined);
  }

  /** Everything written to standard output so far. */
  public get stdout(): string {
    return this.texts.stdout;
  }

  /** Everything written to standard error so far. */
  public get stderr(): string {
    return this.texts.stderr;
  }

  /** Calls back with each line of standard output as it comes. */
  public onLine(listener: (line: string) => void): void {
    let rest = "";
    this.child.stdout?.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(listener);
    });
  }

  /** Ends the process at once; it has nothing to lose. */
  public end(): void {
    this.child.kill("SIGKILL");
  }

  /** Ends the process and waits until it is gone. */
  public async terminate(): Promise<void> {
    this.end();
    await this.ended.catch(() => undefined);
  }

  private keep(name: "stdout" | "stderr", stream: Readable | null): void {
    stream?.setEncoding("utf8");
    stream?.on("data", (chunk: string) => {
      this.texts[name] = (this.texts[name] + chunk).slice(0, KEPT_OUTPUT);
    });
  }
}
