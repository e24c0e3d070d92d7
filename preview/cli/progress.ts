import type { ProgressEvent, ProgressPhase } from "../options";

/** What a person who waits is told. */
export interface Progress {
  readonly onProgress: (event: ProgressEvent) => void;
  /** Clears the line, so that what follows starts on an empty one. */
  readonly stop: () => void;
}

const SILENT: Progress = { onProgress: () => undefined, stop: () => undefined };

const PHASES: Readonly<Record<ProgressPhase, string>> = {
  configuration: "reading configuration",
  program: "running the program",
  policyPacks: "starting the policy packs",
  stackPolicies: "judging the stack as a whole",
};

/** The line beside the spinner: what is being done, then how far it is. */
export class ProgressLine {
  private phase = "starting";
  private registered = 0;
  private judged = 0;

  /** @param stack - The stack that is previewed. */
  public constructor(private readonly stack: string) {}

  /** The line now. */
  public get text(): string {
    const done = this.registered === 0 ? "" : ` (${this.registered} registered, ${this.judged} judged)`;
    return `${this.stack}: ${this.phase}${done}`;
  }

  /** Takes note of an event. */
  public tell(event: ProgressEvent): void {
    switch (event.kind) {
      case "phaseStarted":
        this.phase = PHASES[event.phase];
        break;
      case "resourceRegistered":
        this.registered = event.count;
        break;
      case "resourceAnalyzed":
        this.judged = event.count;
        break;
      case "phaseFinished":
        break;
    }
  }
}

/** A spinner on a terminal, silence anywhere else. */
export async function startProgress(stack: string, stream: NodeJS.WriteStream): Promise<Progress> {
  if (!stream.isTTY) return SILENT;
  const { default: ora } = await import("ora");
  const line = new ProgressLine(stack);
  // Standard input stays as it is, so that Ctrl-C arrives as a signal.
  const spinner = ora({ stream, text: line.text, discardStdin: false }).start();
  return {
    onProgress: (event) => {
      line.tell(event);
      spinner.text = line.text;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
