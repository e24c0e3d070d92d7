import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { PreviewError } from "../preview-error";
import type { StackProject } from "../project";
import type { Diagnostic } from "../result";
import { lastLines } from "../policy/pack-process";

/** What the SDK puts before an error of the program. */
const PREAMBLE = /^Running program '.*' failed with an unhandled exception:$/;
const FRAME = /^\s+at /;
const FRAME_PLACE = /(?:file:\/\/[^)\s]+|\/[^)\s:]+|[A-Za-z]:\\[^)\s:]+)(?=:\d+:\d+)/;

/** How many frames of a stack trace are shown. */
const SHOWN_FRAMES = 8;

/** A frame with its file relative to the project, or undefined for one that is not the user's. */
function userFrame(line: string, folder: string): string | undefined {
  const place = FRAME_PLACE.exec(line)?.[0];
  if (place === undefined || line.includes("node:")) return undefined;
  const file = place.startsWith("file:") ? fileURLToPath(place) : place;
  if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
  return line.replace(place, path.relative(folder, file)).trim();
}

/** An error's text in short: the message, then the frames that are the user's. */
export function shortStack(text: string, folder: string): string[] {
  const lines = stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line.trim() !== "" && !PREAMBLE.test(line));
  const message = lines.filter((line) => !FRAME.test(line));
  const frames = lines.filter((line) => FRAME.test(line)).map((line) => userFrame(line, folder));
  return [...message, ...frames.filter((frame) => frame !== undefined).slice(0, SHOWN_FRAMES)];
}

/** What a failed program left behind. */
export interface FailedRun {
  readonly project: StackProject;
  readonly exitCode: number | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly stderr: string;
}

/** Explains why a program failed, by its errors or else by what it wrote. */
export function programFailure({ project, exitCode, diagnostics, stderr }: FailedRun): PreviewError {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const lines = errors.flatMap(({ message }) => shortStack(message, project.folder));
  const [first, ...rest] = lines;
  if (first !== undefined) return new PreviewError("program", first, [...new Set(rest)]);
  const end = exitCode === null ? "was ended by a signal" : `ended with exit code ${exitCode}`;
  const [said, ...more] = shortStack(lastLines(stderr).join("\n"), project.folder);
  return new PreviewError(
    "program",
    said ?? `the program ${end}`,
    said === undefined ? [] : [...more, `it ${end}`],
  );
}
