import type { PreviewResult } from "../result";

/** Why there is no result, as `--json` prints it. */
export interface JsonError {
  /** What kind of thing went wrong; a word that scripts may rely on. */
  readonly kind: "usage" | "configuration" | "program" | "policyPack" | "report" | "interrupted" | "internal";
  readonly message: string;
  readonly exitCode: number;
  /** One entry per mistake, where there are several. */
  readonly details?: readonly unknown[];
}

/** What `--json` prints for one stack. */
export type JsonDocument = PreviewResult | { readonly error: JsonError };

/** What `--all --json` prints: every stack in alphabetical order, with its result or its error. */
export interface JsonStacks {
  readonly stacks: readonly (PreviewResult | { readonly stack: string; readonly error: JsonError })[];
}

/** One JSON document, ready for standard output. */
export function renderJson(document: JsonDocument | JsonStacks): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
