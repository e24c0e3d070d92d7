import type { PreviewOptions } from "../options";
import type { Destination } from "../report/terminal";
import type { PreviewResult } from "../result";
import type { Progress } from "./progress";

/** A stream that text is written to. */
export interface TextStream extends Destination {
  write(text: string): unknown;
}

/** Everything outside the command that it reads, writes or starts. */
export interface Surroundings {
  /** The arguments, without interpreter and script. */
  readonly args: readonly string[];
  /** What relative paths are relative to. */
  readonly workingFolder: string;
  /** The folder of this project. */
  readonly ownFolder: string;
  readonly version: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly preview: (options: PreviewOptions) => Promise<PreviewResult>;
  /** Shows what is going on, and returns how to stop showing it. */
  readonly startProgress: (stack: string) => Promise<Progress>;
}
