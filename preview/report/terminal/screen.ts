import * as picocolors from "picocolors";

/** picocolors' functions: each colours a text, or returns it unchanged where there are no colours. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** What rendering needs to know of where its text goes. */
export interface Screen {
  readonly paint: Paint;
  /** Characters in a line. */
  readonly width: number;
}

/** The part of a stream that tells what kind of screen is behind it. */
export interface Destination {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where nobody says how wide the screen is. */
const DEFAULT_WIDTH = 80;

/** Longer lines are hard to read however wide the screen is. */
const MAX_WIDTH = 110;

/** The table of verdicts needs that much; a narrower screen breaks its lines. */
const MIN_WIDTH = 76;

function wantsColours(destination: Destination, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = environment;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return destination.isTTY === true && term !== "dumb";
}

/**
 * The screen behind a stream. Colours only on a terminal, unless `FORCE_COLOR` asks for them; `NO_COLOR` always wins
 * (https://no-color.org).
 */
export function screenOf(destination: Destination, environment: NodeJS.ProcessEnv): Screen {
  const columns = destination.columns ?? DEFAULT_WIDTH;
  return {
    paint: picocolors.createColors(wantsColours(destination, environment)),
    width: Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH),
  };
}
