import type { LedgerLine } from "../verdict/ledger";
import type { Diagnostic } from "../verdict/settle";
import { concerns, type Exemption, expiresSoon, isExpired } from "./exemptions";
import { PACK, type Settings } from "./settings";

/** What a run has to account for at its end. */
export interface Accountable {
  readonly settings: Settings;
  /** Name of the stack. */
  readonly stackName: string;
  /** Today, as `2027-03-31`. */
  readonly today: string;
  /** Exemptions that covered something. */
  readonly used: ReadonlySet<Exemption>;
  /** Verdicts that were not given. */
  readonly undecided: readonly LedgerLine[];
}

/** One thing to account for; the finding tells it apart from the others. */
interface Remark {
  readonly finding: string;
  readonly message: string;
  readonly level: Diagnostic["enforcementLevel"];
}

function findingOf(word: string, { control, owner, urn, type, parent, expires }: Exemption): string {
  return [word, control, owner, urn ?? parent ?? type ?? "", expires].join(" ");
}

/** Exemptions that no longer hold, that will soon not hold, and that cover nothing of what they might cover here. */
function ofExemptions({ settings, today, used, stackName }: Accountable): readonly Remark[] {
  const told = settings.exemptions.filter((each) => concerns(each, stackName) || used.has(each));
  return told.flatMap((exemption): Remark[] => {
    const { control, owner, expires } = exemption;
    const from = `The exemption from ${control} (${owner})`;
    const say = (word: string, what: string): Remark => ({
      finding: findingOf(word, exemption),
      message: `${from} ${what}.`,
      level: "advisory",
    });
    if (isExpired(exemption, today)) return [say("expired", `expired on ${expires} and no longer holds`)];
    return [
      ...(expiresSoon(exemption, today) ? [say("ends", `holds until ${expires} only`)] : []),
      ...(used.has(exemption) ? [] : [say("unused", "covers nothing")]),
    ];
  });
}

function summary(undecided: readonly LedgerLine[]): readonly string[] {
  if (undecided.length === 0) return [];
  const controls = [...new Set(undecided.map(({ control }) => control))].sort();
  const resources = new Set(undecided.map(({ urn }) => urn)).size;
  return [
    `undetermined: ${undecided.length} verdicts on ${resources} resources wait for values that are not known ` +
      `before deployment (${controls.join(", ")}).`,
  ];
}

function linesOf(remarks: readonly Remark[], urn: string): readonly LedgerLine[] {
  const place = { control: PACK, policy: PACK, urn, path: "" };
  if (remarks.length === 0) {
    return [{ ...place, verdict: "pass", message: "", severity: "low", enforcement: "mandatory" }];
  }
  return remarks.map(({ finding, message, level }) => ({
    ...{ ...place, verdict: "fail", message, finding },
    ...{ severity: level === "mandatory" ? "high" : "low", enforcement: level },
  }));
}

/**
 * What concerns the pack as a whole: mistakes in its configuration, exemptions, and how much stayed open. The last is only
 * told: the ledger has each open verdict by itself.
 *
 * @param urn - The stack, about which it is told.
 */
export function accountsOf(
  run: Accountable,
  urn: string,
): { readonly diagnostics: readonly Diagnostic[]; readonly lines: readonly LedgerLine[] } {
  const remarks: readonly Remark[] = [
    ...run.settings.mistakes.map((mistake): Remark => {
      return { finding: mistake, message: `configuration: ${mistake}.`, level: "mandatory" };
    }),
    ...ofExemptions(run),
  ];
  const diagnostic = (level: Remark["level"], message: string): Diagnostic => ({
    ...{ name: PACK, urn, message },
    ...{ enforcementLevel: level, severity: level === "mandatory" ? "high" : "low" },
  });
  return {
    diagnostics: [
      ...remarks.map(({ level, message }) => diagnostic(level, message)),
      ...summary(run.undecided).map((line) => diagnostic("advisory", line)),
    ],
    lines: linesOf(remarks, urn),
  };
}
