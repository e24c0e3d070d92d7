import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PreviewError } from "./preview-error";

/**
 * The lifetime of one preview. Whatever needs an end is registered here and is ended with it, in the end, on a failure, or when
 * the caller's signal comes.
 */
export class Session {
  private readonly endings: (() => unknown)[] = [];
  private readonly stopped: Promise<never>;
  private ended = false;
  private stopWith: (error: unknown) => void = () => undefined;

  /** @param signal - The caller's; ends the preview. */
  public constructor(private readonly outer?: AbortSignal) {
    this.stopped = new Promise((_resolve, reject) => {
      this.stopWith = reject;
    });
    this.stopped.catch(() => undefined);
    outer?.addEventListener("abort", this.abort, { once: true });
    if (outer?.aborted === true) this.abort();
  }

  /** Fails the preview; what {@link orStopped} waits for fails with it. */
  public readonly stop = (error: unknown): void => {
    this.stopWith(error);
  };

  /** Waits for work, unless the preview fails or is aborted before. */
  public orStopped<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.stopped]);
  }

  /** Has something ended with the session, the latest first; at once when that is over already. */
  public atEnd(ending: () => unknown): void {
    if (this.ended) ending();
    else this.endings.unshift(ending);
  }

  /** A folder of the session's own, removed with it. */
  public folder(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "offline-preview-"));
    this.atEnd(() => {
      fs.rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  }

  /** Ends everything and waits until it is gone. */
  public async end(): Promise<void> {
    this.outer?.removeEventListener("abort", this.abort);
    this.ended = true;
    for (const ending of this.endings.splice(0)) await ending();
  }

  private readonly abort = (): void => {
    this.stop(new PreviewError("aborted", "the preview was interrupted"));
  };
}
