import * as fs from "node:fs";
import { isWireList, isWireObject, type Wire, type WireObject } from "../../simulator/wire";
import type { Severity, Verdict, VerdictKind } from "../result";
import { isEnforcement } from "./levels";

const VERDICTS: ReadonlySet<string> = new Set<VerdictKind>(["pass", "fail", "undetermined", "notApplicable"]);
const SEVERITIES: ReadonlySet<string> = new Set<Severity>(["critical", "high", "medium", "low"]);

function isVerdictKind(word: Wire | undefined): word is VerdictKind {
  return typeof word === "string" && VERDICTS.has(word);
}

function isSeverity(word: Wire | undefined): word is Severity {
  return typeof word === "string" && SEVERITIES.has(word);
}

function text(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

function textList(value: Wire | undefined): string[] {
  if (isWireList(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" && value !== "" ? [value] : [];
}

function detailsOf({ holder, waitsFor, reason, exemption, finding }: WireObject): Partial<Verdict> {
  const awaited = textList(waitsFor);
  return {
    ...(typeof holder === "string" && { holder }),
    ...(awaited.length > 0 && { waitsFor: awaited }),
    ...(typeof reason === "string" && { reason }),
    ...(exemption !== undefined && exemption !== null && { exemption }),
    ...(typeof finding === "string" && { finding }),
  };
}

function verdictOf(pack: string, line: WireObject): Verdict {
  const { control, policy, urn, verdict, severity } = line;
  if (typeof control !== "string" || typeof urn !== "string" || !isVerdictKind(verdict)) {
    throw new Error(
      `policy pack ${pack} wrote a verdict without control, urn or verdict: ${JSON.stringify(line)}`,
    );
  }
  return {
    control,
    policy: typeof policy === "string" ? policy : control,
    pack,
    urn,
    verdict,
    severity: isSeverity(severity) ? severity : "medium",
    message: text(line.message),
    path: text(line.path),
    enforcement: isEnforcement(line.enforcement) ? line.enforcement : "advisory",
    ...detailsOf(line),
  };
}

/**
 * The verdicts that a pack appended to its ledger, one JSON object a line; none when it keeps no ledger.
 *
 * @throws Error when a line is no verdict.
 */
export function readLedger(pack: string, file: string): Verdict[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const value = JSON.parse(line) as Wire;
    return verdictOf(pack, isWireObject(value) ? value : {});
  });
}
