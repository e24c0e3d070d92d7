import { type Baseline, compare, type Compared, urnOf } from "./baseline";
import { describeExemption } from "./exemption-text";
import { type Finding, findingsOf, type Standing } from "./findings";
import { grouped, nameAndType, type Rule, spotOf, type StackReport } from "./judged";

/** The first line of a summary, by which a later one finds and replaces it. */
export const MARKER = "<!-- policy-verdicts -->";

/** A comment on a pull request holds 65,536 characters; what is left over is for what a job adds. */
const MOST_CHARACTERS = 60_000;

/** Rows of one table; the SARIF file holds all. */
const MOST_ROWS = 60;

/** Whatever means something to Markdown or HTML, or notifies somebody. */
const ACTIVE = /[&<>*_`[\]|@#~\\!]|:(?=\/\/)|[\r\n\t]+/g;

function text(words: string): string {
  return words.replace(ACTIVE, (found) => (/\s/.test(found) ? " " : `&#${found.charCodeAt(0)};`));
}

/** A stack with its findings. */
interface Judged {
  readonly report: StackReport;
  readonly findings: readonly Finding[];
  readonly compared: Compared | undefined;
}

/** One finding of one stack. */
interface Told {
  readonly stack: string;
  readonly finding: Finding;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const shown = rows.slice(0, MOST_ROWS).map(line);
  const more = rows.length - MOST_ROWS;
  return [
    line(head),
    line(head.map(() => "---")),
    ...shown,
    ...(more > 0 ? ["", `… and ${more} more; the SARIF file holds all of them.`] : []),
  ].join("\n");
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function count(findings: readonly Finding[], wanted: Standing): number {
  return findings.filter(({ standing }) => standing === wanted).length;
}

function overview(stacks: readonly Judged[], hasBaseline: boolean): string {
  const always = ["Stack", "Mandatory", "Advisory", "Undetermined", "Exempt"];
  const head = hasBaseline ? [...always, "New", "Fixed"] : always;
  const rows = stacks.map(({ report, findings, compared }) => {
    if (report.failure !== undefined) {
      const reason = text(report.failure.split("\n")[0] ?? "");
      return [text(report.stack), `could not be judged: ${reason}`, ...head.slice(2).map(() => "")];
    }
    const mandatory = count(findings, "mandatory");
    const numbers = [
      mandatory === 0 ? "0" : `**${mandatory}**`,
      ...(["advisory", "undetermined", "exempt"] as const).map((wanted) => String(count(findings, wanted))),
    ];
    if (compared === undefined) return [text(report.stack), ...numbers];
    const fresh = findings.filter((finding) => compared.changeOf(finding) === "new").length;
    return [text(report.stack), ...numbers, String(fresh), String(compared.fixed.length)];
  });
  return table(head, rows);
}

function byControl(told: readonly Told[]): readonly (readonly [string, readonly Told[]])[] {
  return [...grouped(told, ({ finding }) => finding.verdict.control)].sort(([one], [other]) =>
    one.localeCompare(other, "en", { numeric: true }),
  );
}

function place({ stack, finding }: Told): string {
  return `${text(stack)}: ${text(nameAndType(finding.verdict.urn).name)}`;
}

/** What a finding says, and of which place. */
function saidOf({ finding: { verdict } }: Told): string {
  const spot = spotOf(verdict);
  return `${spot === "" ? "" : ` at ${text(spot)}`}: ${text(verdict.message)}`;
}

/** Findings one by one, each with what it says. */
function atLength(told: readonly Told[], rules: ReadonlyMap<string, Rule>): string {
  const lines = byControl(told).flatMap(([control, group]) => {
    const rule = rules.get(control);
    const severity = group[0]?.finding.verdict.severity ?? "";
    const fix = rule === undefined || rule.fix === "" ? [] : [`  - Fix: ${text(rule.fix)}`];
    return [
      `- **${text(control)}** ${text(rule?.title ?? "")} (${severity})`,
      ...group.map((each) => {
        const { type } = nameAndType(each.finding.verdict.urn);
        return `  - ${place(each)} (${text(type)})${saidOf(each)}`;
      }),
      ...fix,
    ];
  });
  const more = lines.length - 2 * MOST_ROWS;
  return [
    ...lines.slice(0, 2 * MOST_ROWS),
    ...(more > 0 ? [`\n… and ${more} more lines; the SARIF file holds all of them.`] : []),
  ].join("\n");
}

/** Findings by control: how many, where. */
function inShort(told: readonly Told[], rules: ReadonlyMap<string, Rule>): string {
  const rows = byControl(told).map(([control, group]) => {
    const severity = group[0]?.finding.verdict.severity ?? "";
    const places = [...new Set(group.map(place))];
    const shown = places.slice(0, 3).join("<br>");
    const more = places.length > 3 ? `<br>… and ${places.length - 3} more` : "";
    return [
      text(control),
      severity,
      String(group.length),
      text(rules.get(control)?.title ?? ""),
      shown + more,
    ];
  });
  return table(["Control", "Severity", "Findings", "Asked", "Where"], rows);
}

/** A resource once for each of its exemptions, with its findings where there are several. */
function exemptions(told: readonly Told[]): string {
  const records = grouped(told, ({ stack, finding: { verdict } }) =>
    JSON.stringify([stack, verdict.control, verdict.urn, verdict.exemption]),
  );
  const rows = [...records.values()].flatMap((record) => {
    const [first] = record;
    if (first === undefined) return [];
    const { control, exemption } = first.finding.verdict;
    const findings =
      record.length === 1 ? [] : [...new Set(record.map((each) => saidOf(each).replace(/^[ :]+/, "")))];
    return [
      [
        text(control),
        [place(first), ...findings].join("<br>"),
        exemption === undefined ? "" : text(describeExemption(exemption)),
      ],
    ];
  });
  return table(["Control", "Where", "Why, who answers for it, until when"], rows);
}

function fixed(stacks: readonly Judged[]): string {
  const rows = stacks.flatMap(({ report, compared }) =>
    (compared?.fixed ?? []).map((result) => [
      text(result.ruleId ?? ""),
      `${text(report.stack)}: ${text(nameAndType(urnOf(result)).name)}`,
    ]),
  );
  return table(["Control", "Where"], rows);
}

/** The parts that follow the overview, the most urgent first. */
function parts(stacks: readonly Judged[]): readonly string[] {
  const rules = new Map(stacks.flatMap(({ report }) => report.rules.map((rule) => [rule.id, rule] as const)));
  const told = stacks.flatMap(({ report: { stack }, findings }) =>
    findings.map((finding) => ({ stack, finding })),
  );
  const such = (wanted: Standing): readonly Told[] =>
    told.filter(({ finding }) => finding.standing === wanted);
  const fresh = stacks.flatMap(({ report: { stack }, findings, compared }) =>
    findings
      .filter((finding) => compared?.changeOf(finding) === "new" && finding.standing !== "mandatory")
      .map((finding) => ({ stack, finding })),
  );
  const gone = stacks.reduce((sum, { compared }) => sum + (compared?.fixed.length ?? 0), 0);
  const [mandatory, advisory] = [such("mandatory"), such("advisory")];
  const [open, exempt] = [such("undetermined"), such("exempt")];
  return [
    mandatory.length > 0 ? `### What stops the deployment\n\n${atLength(mandatory, rules)}` : [],
    fresh.length > 0 ? `### New\n\n${atLength(fresh, rules)}` : [],
    gone > 0 ? folded(`Fixed (${gone})`, fixed(stacks)) : [],
    exempt.length > 0 ? folded(`Exempt (${exempt.length})`, exemptions(exempt)) : [],
    open.length > 0 ? folded(`Undetermined before deployment (${open.length})`, inShort(open, rules)) : [],
    advisory.length > 0 ? folded(`Advisory (${advisory.length})`, inShort(advisory, rules)) : [],
  ].flat();
}

/** A summary for a pull request: what stops it, what is new and what is gone, then the rest, folded. */
export function renderMarkdown(reports: readonly StackReport[], baseline?: Baseline): string {
  const stacks = reports.map((report) => {
    const findings = findingsOf(report);
    return { report, findings, compared: baseline && compare(report, findings, baseline) };
  });
  const mandatory = stacks.reduce((sum, { findings }) => sum + count(findings, "mandatory"), 0);
  const broken = stacks.filter(({ report }) => report.failure !== undefined).length;
  const verdict =
    broken > 0 || mandatory > 0
      ? `## Policies: ${mandatory} mandatory violation${mandatory === 1 ? "" : "s"}`
      : "## Policies: nothing stops the deployment";
  const said = [MARKER, verdict, overview(stacks, baseline !== undefined)];
  for (const part of parts(stacks)) {
    const whole = [...said, part].join("\n\n");
    if (whole.length > MOST_CHARACTERS) {
      said.push("More would not fit here; the SARIF file holds all of it.");
      break;
    }
    said.push(part);
  }
  return `${said.join("\n\n")}\n`;
}
