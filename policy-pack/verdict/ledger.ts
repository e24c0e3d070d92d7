import { openSync, writeSync } from "node:fs";

import type { Enforcement, Severity } from "../registry/control";
import type { Exemption } from "../settings/exemptions";
import type { Treatment } from "../settings/settings";
import type { VerdictWord } from "./outcome";

/** One verdict, as it stands in the ledger: paths, never values. */
export interface LedgerLine {
  /** Id of the control, such as `VPC-05`. */
  readonly control: string;
  /** Name of the policy under which it is reported and configured. */
  readonly policy: string;
  readonly urn: string;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  /** What the verdict does: an exempted failure and an undetermined verdict are advisory unless configured to stop. */
  readonly enforcement: Enforcement;
  readonly message: string;
  readonly path: string;
  /** The resource, by URN, in which the path is, where it is another one. */
  readonly holder?: string;
  /** The resource, by URN, whose deployment makes the missing value known. */
  readonly waitsFor?: string;
  /** Why the control does not apply. */
  readonly reason?: string;
  /** What happens to an undetermined verdict. */
  readonly undetermined?: Treatment;
  /** Tells several findings on one resource apart. */
  readonly finding?: string;
  readonly exemption?: Pick<Exemption, "reason" | "owner" | "ticket" | "compensation" | "expires">;
}

/** Takes verdicts as they are given. */
export type Ledger = (lines: readonly LedgerLine[]) => void;

/** A ledger that appends one JSON line per verdict to the file, or one that keeps nothing where no file is named. */
export function openLedger(file: string | undefined): Ledger {
  if (file === undefined || file === "") return () => undefined;
  const descriptor = openSync(file, "a");
  return (lines) => {
    if (lines.length > 0) writeSync(descriptor, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  };
}
