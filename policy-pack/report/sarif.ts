import type { Log, ReportingDescriptor, Result, Run } from "sarif";

import type { Severity } from "../registry/control";
import { type Baseline, compare, type Compared, FINGERPRINT } from "./baseline";
import { describeExemption } from "./exemption-text";
import { type Finding, findingsOf } from "./findings";
import { nameAndType, type Rule, spotOf, type StackReport } from "./judged";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** Numbers that code scanning shows as critical (above 9), high (from 7), medium (from 4) and low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/** What a code-scanning service keeps of one rule's tags. */
const MOST_TAGS = 20;

function levelOf({ standing, verdict }: Finding): "error" | "warning" | "note" {
  if (standing === "mandatory") return "error";
  return verdict.severity === "low" ? "note" : "warning";
}

function describeRule(rule: Rule): ReportingDescriptor {
  const { id, name, title, why, fix, severity, enforcement, tags } = rule;
  const help = [why, fix === "" ? "" : `Fix: ${fix}`].filter((text) => text !== "").join(" ");
  return {
    id,
    name,
    shortDescription: { text: title },
    fullDescription: { text: why === "" ? title : `${title}. ${why}` },
    help: { text: help === "" ? title : help },
    defaultConfiguration: {
      enabled: enforcement !== "disabled",
      level: enforcement === "mandatory" || enforcement === "remediate" ? "error" : "warning",
    },
    properties: {
      tags: tags.slice(0, MOST_TAGS),
      severity,
      "security-severity": SECURITY_SEVERITY[severity],
    },
  };
}

/** What a result says of its place in the judgement: an open question has no level, an exempt one is suppressed. */
function judgement(finding: Finding): Pick<Result, "kind" | "level" | "suppressions"> {
  const { verdict, standing } = finding;
  if (standing === "undetermined") return { kind: "open", level: "none" };
  return {
    kind: "fail",
    level: levelOf(finding),
    ...(verdict.exemption && {
      suppressions: [
        { kind: "external", status: "accepted", justification: describeExemption(verdict.exemption) },
      ],
    }),
  };
}

function messageOf({ verdict, standing }: Finding, fix: string): string {
  const { message, waitsFor = [] } = verdict;
  const spot = spotOf(verdict);
  const awaited = typeof waitsFor === "string" ? [waitsFor] : waitsFor;
  const what =
    message !== ""
      ? message
      : awaited.length > 0
        ? `not known before deployment; it waits for ${awaited.join(", ")}.`
        : "not known before deployment.";
  const at = spot === "" || what.includes(spot) ? "" : `${spot}: `;
  const mend = fix === "" || standing === "exempt" || standing === "undetermined" ? "" : ` Fix: ${fix}`;
  return `${at}${what}${mend}`;
}

/** The rules of a run and their places in its list. */
interface RuleList {
  readonly rules: readonly Rule[];
  readonly places: ReadonlyMap<string, number>;
}

function ruleList({ rules, verdicts }: StackReport): RuleList {
  const told = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { control, policy, severity, enforcement } of verdicts) {
    if (!told.has(control)) {
      const nothing = { title: policy, why: "", fix: "", tags: [] };
      told.set(control, { id: control, name: policy, severity, enforcement, ...nothing });
    }
  }
  const list = [...told.values()];
  return { rules: list, places: new Map(list.map(({ id }, place) => [id, place])) };
}

function resultOf(
  report: StackReport,
  { rules, places }: RuleList,
  finding: Finding,
  compared: Compared | undefined,
): Result {
  const { verdict, fingerprint } = finding;
  const { file, line, column } = report.placeOf(verdict.urn);
  const { name, type } = nameAndType(verdict.urn);
  const ruleIndex = places.get(verdict.control) ?? -1;
  return {
    ruleId: verdict.control,
    ruleIndex,
    ...judgement(finding),
    message: { text: messageOf(finding, rules[ruleIndex]?.fix ?? "") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
        },
        logicalLocations: [{ name, fullyQualifiedName: verdict.urn, kind: "resource" }],
      },
    ],
    // The second is what code scanning matches by; without it, two resources of one line would be one alert.
    partialFingerprints: { [FINGERPRINT]: fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    ...(compared && { baselineState: compared.changeOf(finding) }),
    properties: {
      severity: verdict.severity,
      standing: finding.standing,
      type,
      ...(verdict.path !== "" && { path: verdict.path }),
      ...(verdict.holder !== undefined && { holder: verdict.holder }),
      ...(verdict.finding !== undefined && { finding: verdict.finding }),
    },
  };
}

/** A result of the baseline that is gone, under the number that its rule has now. */
function absent(result: Result, { places }: RuleList): Result {
  const { ruleIndex: before, ...rest } = result;
  const ruleIndex = places.get(result.ruleId ?? "");
  return {
    ...rest,
    ...(before !== undefined && ruleIndex !== undefined && { ruleIndex }),
    baselineState: "absent",
  };
}

function runOf(report: StackReport, baseline: Baseline | undefined): Run {
  const { project, stack, tool, failure } = report;
  const rules = ruleList(report);
  const findings = findingsOf(report);
  const compared = baseline && compare(report, findings, baseline);
  const results = findings.map((finding) => resultOf(report, rules, finding, compared));
  return {
    tool: { driver: { ...tool, rules: rules.rules.map(describeRule) } },
    automationDetails: { id: `${tool.name}/${project}/${stack}/` },
    invocations: [
      {
        executionSuccessful: failure === undefined,
        ...(failure !== undefined && {
          toolExecutionNotifications: [{ level: "error", message: { text: failure } }],
        }),
      },
    ],
    columnKind: "utf16CodeUnits",
    results: [...results, ...(compared?.fixed ?? []).map((result) => absent(result, rules))],
  };
}

/** SARIF 2.1.0 with a run for each stack. Passes are left out; exempt failures are suppressed results. */
export function renderSarif(reports: readonly StackReport[], baseline?: Baseline): string {
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: reports.map((report) => runOf(report, baseline)),
  };
  return `${JSON.stringify(log, undefined, 1)}\n`;
}
