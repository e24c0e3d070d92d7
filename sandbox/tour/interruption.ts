/** Whether somebody wants a run to end, by Ctrl-C or by a signal from outside. */
export interface Interruption {
  /** Hands the wish on to the CLI, which ends its operation in order. */
  readonly signal: AbortSignal;
  /** Whether it has been wished for. */
  readonly wished: () => boolean;
}

/**
 * Listens for SIGINT and SIGTERM in place of Node, which would end at once and leave the CLI behind.
 *
 * @param onTerminal - whether Ctrl-C on a terminal reaches the CLI as well, which takes a second one as "at once"
 */
export function listenForInterruption(onTerminal: boolean): Interruption {
  const controller = new AbortController();
  let wished = false;
  const hear = (isPassedOn: boolean): void => {
    wished = true;
    if (!isPassedOn) controller.abort();
  };
  process.on("SIGINT", () => {
    hear(onTerminal);
  });
  process.on("SIGTERM", () => {
    hear(false);
  });
  return { signal: controller.signal, wished: () => wished };
}
