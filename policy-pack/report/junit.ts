import { describeExemption } from "./exemption-text";
import { standingOf } from "./findings";
import { grouped, nameAndType, type ReportedVerdict, spotOf, type StackReport } from "./judged";

/** Everything that is no character of XML 1.0, however it is written. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML, in an attribute too. */
function escape(text: string): string {
  return text
    .replace(NO_CHARACTER, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join("");
}

/** One case: an element of JUnit, and how it counts. */
interface Case {
  readonly lines: readonly string[];
  readonly counts: "passed" | "failed" | "skipped" | "broken";
}

function sentence(verdict: ReportedVerdict): string {
  const { urn, message, exemption, verdict: word } = verdict;
  const { name, type } = nameAndType(urn);
  const spot = spotOf(verdict);
  const said = exemption === undefined ? message : `${message} Exempt: ${describeExemption(exemption)}.`;
  return `${word === "undetermined" ? "undetermined: " : ""}${type} ${name}${spot === "" ? "" : ` at ${spot}`}: ${said}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What is worth saying of a control that stops nothing. */
function remarks(verdicts: readonly ReportedVerdict[]): string {
  const number = (wanted: ReturnType<typeof standingOf>): number =>
    verdicts.filter((verdict) => standingOf(verdict) === wanted).length;
  const counts = [
    [number("advisory"), "advisory violation"],
    [number("undetermined"), "undetermined verdict"],
    [number("exempt"), "exempt violation"],
  ] as const;
  return counts.flatMap(([count, what]) => (count === 0 ? [] : plural(count, what))).join(", ");
}

function childOf(tag: string, facts: Readonly<Record<string, string>>, lines: readonly string[]): string {
  return `<${tag}${attributes(facts)}>${lines.map(escape).join("\n")}</${tag}>`;
}

function caseOf(title: string, className: string, verdicts: readonly ReportedVerdict[], fix: string): Case {
  const open = `<testcase${attributes({ classname: className, name: title })}`;
  const told = verdicts.filter((verdict) => standingOf(verdict) !== undefined);
  const stopping = told.filter((verdict) => standingOf(verdict) === "mandatory");
  const lines = told.map(sentence);
  if (stopping.length > 0) {
    const message = plural(stopping.length, "mandatory violation");
    const text = fix === "" ? lines : [...lines, `Fix: ${fix}`];
    return {
      counts: "failed",
      lines: [`${open}>`, childOf("failure", { type: "mandatory", message }, text), "</testcase>"],
    };
  }
  if (told.length > 0) {
    const skipped = `<skipped${attributes({ message: remarks(told) })}/>`;
    return {
      counts: "skipped",
      lines: [`${open}>`, skipped, childOf("system-out", {}, lines), "</testcase>"],
    };
  }
  if (verdicts.every(({ verdict }) => verdict === "notApplicable")) {
    return { counts: "skipped", lines: [`${open}><skipped message="not applicable"/></testcase>`] };
  }
  return { counts: "passed", lines: [`${open}/>`] };
}

function broken(className: string, failure: string): Case {
  const head = `<testcase${attributes({ classname: className, name: "the stack can be judged" })}>`;
  const message = failure.split("\n")[0] ?? "";
  return { counts: "broken", lines: [head, childOf("error", { message }, [failure]), "</testcase>"] };
}

function casesOf({ tool, stack, rules, verdicts, failure }: StackReport): readonly Case[] {
  const className = `${tool.name}.${stack}`;
  if (failure !== undefined) return [broken(className, failure)];
  const byControl = grouped(verdicts, ({ control }) => control);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return [...byControl]
    .sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
    .map(([control, group]) => {
      const { title = group[0]?.policy ?? "", fix = "" } = known.get(control) ?? {};
      return caseOf(`${control} ${title}`, className, group, fix);
    });
}

function totals(cases: readonly Case[]): Readonly<Record<string, number>> {
  const number = (wanted: Case["counts"]): number => cases.filter(({ counts }) => counts === wanted).length;
  return {
    tests: cases.length,
    failures: number("failed"),
    errors: number("broken"),
    skipped: number("skipped"),
  };
}

/**
 * JUnit's XML: a suite for each stack, a case for each control. A case fails where a mandatory control is violated; what stops
 * nothing, an exemption, an advisory failure, an open question, is skipped with its text.
 */
export function renderJunit(reports: readonly StackReport[]): string {
  const suites = reports.map((report) => ({ report, cases: casesOf(report) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites${attributes({ name: "policies", ...totals(all) })}>`,
    ...suites.flatMap(({ report: { project, stack }, cases }) => [
      `<testsuite${attributes({ name: `${project}/${stack}`, ...totals(cases) })}>`,
      ...cases.flatMap(({ lines }) => lines),
      "</testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}
