import { reporters, type Runner, type MochaOptions } from "mocha";

/** Mocha's spec reporter, closed by one plain line of counts that any CI can read. */
class CountingReporter extends reporters.Spec {
  public override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const skipped = pending > 0 ? `, ${pending} skipped` : "";
    reporters.Base.consoleLog(`${passes} passed, ${failures} failed${skipped}`);
  }

  public constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
  }
}

// Mocha takes the reporter from the module itself.
export = CountingReporter;
