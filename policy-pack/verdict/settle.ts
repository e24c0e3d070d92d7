import type { Control, Enforcement, Severity } from "../registry/control";
import { covers, type Exemption, isExpired, type Place, stackOf } from "../settings/exemptions";
import type { Settings, Treatment } from "../settings/settings";
import { mandatoryFor } from "../settings/tag-contract";
import type { LedgerLine } from "./ledger";
import type { Outcome, Spot } from "./outcome";

/** Something to tell through the analyzer protocol. */
export interface Diagnostic {
  /** Name of the policy that it is told under. */
  readonly name: string;
  readonly urn: string;
  readonly message: string;
  readonly enforcementLevel: Exclude<Enforcement, "disabled">;
  readonly severity: Severity;
}

/** Where an outcome belongs, and under which settings. */
export interface Case {
  readonly control: Control;
  readonly settings: Settings;
  readonly urn: string;
  /** Where it is, asked of failures only. */
  readonly place: () => Place;
  /** Today, as `2027-03-31`. */
  readonly today: string;
}

/** What becomes of one outcome: its line in the ledger, what is told, and the exemption that was used or has expired. */
export interface Settled {
  readonly line: LedgerLine;
  readonly diagnostic?: Diagnostic;
  readonly exemption?: Exemption;
}

const TREATED_AS: Readonly<Record<Treatment, "mandatory" | "advisory">> = {
  fail: "mandatory",
  warn: "advisory",
  report: "advisory",
};

/** Turns an outcome into a line of the ledger and, unless all is well, a diagnostic. */
export function settle(given: Case, outcome: Outcome): Settled {
  switch (outcome.verdict) {
    case "fail":
      return settleFailure(given, outcome);
    case "undetermined":
      return settleUndetermined(given, outcome);
    case "notApplicable":
      return { line: line(given, "notApplicable", { reason: outcome.reason }) };
    case "pass":
      return { line: line(given, "pass", {}) };
  }
}

function settleFailure(given: Case, outcome: Extract<Outcome, { verdict: "fail" }>): Settled {
  const { control, settings, place, today } = given;
  const { finding } = outcome;
  const where = place();
  const violation = {
    id: control.id,
    name: control.name,
    ...where,
    ...(finding !== undefined && { finding }),
  };
  const covering = settings.exemptions.filter((candidate) => covers(candidate, violation));
  const exemption = covering.find((candidate) => !isExpired(candidate, today)) ?? covering[0];
  const facts = { ...spotOf(outcome), ...(finding !== undefined && { finding }) };

  if (exemption === undefined || isExpired(exemption, today)) {
    const expired = exemption === undefined ? "" : ` The exemption for this expired on ${exemption.expires}.`;
    const message = `${outcome.message}${expired}`;
    const level = levelAt(given, where);
    return {
      line: line(given, "fail", { ...facts, message, enforcement: level }),
      ...told(given, `${control.id} ${at(outcome)}${message} Fix: ${control.fix}`, level),
      ...(exemption && { exemption }),
    };
  }
  return {
    line: line(given, "fail", {
      ...facts,
      message: outcome.message,
      enforcement: "advisory",
      exemption: recordOf(exemption),
    }),
    ...told(given, `${granted(exemption)}: ${control.id} ${at(outcome)}${outcome.message}`, "advisory"),
    exemption,
  };
}

/** What a violation does where it is: tags may make a control mandatory. */
function levelAt({ control, settings, urn }: Case, { tags }: Place): Enforcement {
  const raised = mandatoryFor(settings.contractIn(stackOf(urn)), tags);
  return raised.includes(control.name) || raised.includes(control.id) ? "mandatory" : settings.level(control);
}

function recordOf({ reason, owner, ticket, compensation, expires }: Exemption): LedgerLine["exemption"] {
  return {
    ...{ reason, owner, expires },
    ...(ticket !== undefined && { ticket }),
    ...(compensation !== undefined && { compensation }),
  };
}

/** Who answers for an exemption, for how long, why, and what is done instead. */
function granted({ reason, owner, compensation, expires }: Exemption): string {
  const instead = compensation === undefined ? "" : `; instead: ${compensation}`;
  return `exempted until ${expires} by ${owner} (${reason}${instead})`;
}

function settleUndetermined(given: Case, outcome: Extract<Outcome, { verdict: "undetermined" }>): Settled {
  const { control, settings } = given;
  const { waitsFor } = outcome;
  const treatment = settings.undetermined(control);
  const source = waitsFor === undefined ? "" : `; it waits for ${waitsFor}`;
  const message = `not known before deployment${source}.`;
  const enforcement = TREATED_AS[treatment];
  return {
    line: line(given, "undetermined", {
      ...{ ...spotOf(outcome), message, enforcement, undetermined: treatment },
      ...(waitsFor !== undefined && { waitsFor }),
    }),
    ...(treatment !== "report" &&
      told(
        given,
        `undetermined: ${control.id} ${at(outcome)}${message} Asked: ${control.title}.`,
        enforcement,
      )),
  };
}

function spotOf({ path, holder }: Spot): Spot {
  return { path, ...(holder !== undefined && { holder }) };
}

/** The place as a message begins with it: `cidrIpv4: `, or `cidrIpv4 of urn:pulumi:…: `. */
function at({ path, holder }: Spot): string {
  const place = [path, ...(holder === undefined ? [] : [`of ${holder}`])].join(" ").trimStart();
  return place === "" ? "" : `${place}: `;
}

function line(given: Case, verdict: LedgerLine["verdict"], facts: Partial<LedgerLine>): LedgerLine {
  const { control, settings, urn } = given;
  const { id, name } = control;
  const enforcement = settings.level(control);
  const severity = settings.severity(control);
  return { control: id, policy: name, urn, verdict, severity, enforcement, message: "", path: "", ...facts };
}

function told(given: Case, message: string, level: Enforcement): { readonly diagnostic?: Diagnostic } {
  if (level === "disabled") return {};
  const { control, settings, urn } = given;
  const severity = settings.severity(control);
  return { diagnostic: { name: control.name, urn, message, enforcementLevel: level, severity } };
}
