import { spotOf } from "../../../policy-pack/report";
import type { PreviewResult, Verdict } from "../../result";
import { shortType } from "../component-tree";
import { describeExemption } from "../exemption";
import { byControl, type ControlVerdicts, isMandatory, withStanding } from "../standing";
import type { Screen } from "./screen";
import { count, fit, harmless, wrap } from "./text";

/** Resources named under one control; the report holds all of them. */
const MOST_RESOURCES = 6;

const INDENT = "    ";

/** What the lists of verdicts need to name things. */
export interface Naming {
  /** Name and type of a resource, by URN. */
  readonly places: ReadonlyMap<string, { readonly name: string; readonly type: string }>;
}

/** Names of resources by their URN. */
export function namingOf({ resources }: PreviewResult): Naming {
  return { places: new Map(resources.map(({ urn, name, type }) => [urn, { name, type: shortType(type) }])) };
}

function heading(screen: Screen, group: ControlVerdicts, sign: string): readonly string[] {
  const { paint, width } = screen;
  const [first] = group.verdicts;
  const level = `${first.severity}, ${isMandatory(first) ? "mandatory" : first.enforcement}`;
  const title = first.policy === group.control ? "" : harmless(first.policy);
  const room = width - group.control.length - level.length - 6;
  const shown = title.length > room ? "" : title;
  const gap = " ".repeat(Math.max(room - shown.length + 2, 1));
  const lead = `${sign} ${paint.bold(group.control)}  ${shown}${gap}${paint.dim(level)}`;
  return title === shown ? [lead] : [lead, ...wrap(title, width, "  ")];
}

function place(screen: Screen, naming: Naming, urn: string): string {
  const { paint, width } = screen;
  const found = naming.places.get(urn);
  if (found === undefined)
    return `${INDENT}${fit(harmless(urn.split("::").at(-1) ?? urn), width - INDENT.length)}`;
  const name = fit(harmless(found.name), width - INDENT.length);
  const room = width - INDENT.length - name.length - 2;
  return `${INDENT}${paint.cyan(name)}  ${paint.dim(room > 4 ? fit(found.type, room) : "")}`;
}

function says(verdict: Verdict, screen: Screen): readonly string[] {
  const { paint, width } = screen;
  const { message } = verdict;
  const spot = spotOf(verdict);
  // Many packs begin a message with the path; an empty path is in every message.
  const at = message.includes(spot)
    ? []
    : wrap(`at ${spot}`, width, `${INDENT}  `).map((line) => paint.dim(line));
  return [...wrap(message, width, `${INDENT}  `), ...at];
}

function rest(screen: Screen, left: number): readonly string[] {
  return left > 0 ? [screen.paint.dim(`${INDENT}… and ${count(left, "more resource")}`)] : [];
}

/** Verdicts that belong together, and there is at least one. */
type Group = readonly [Verdict, ...Verdict[]];

function together(verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => unknown): readonly Group[] {
  const groups = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify(keyOf(verdict));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else group.push(verdict);
  }
  return [...groups.values()];
}

/** Verdicts that say the same thing, word for word. */
function alike(verdicts: readonly Verdict[]): readonly Group[] {
  return together(verdicts, (verdict) => [verdict.message, spotOf(verdict)]);
}

function failedPlaces(screen: Screen, naming: Naming, group: readonly Verdict[]): readonly string[] {
  return [
    ...group.slice(0, MOST_RESOURCES).map(({ urn }) => place(screen, naming, urn)),
    ...rest(screen, group.length - MOST_RESOURCES),
  ];
}

/** Failures by control, gravest first: resource, message, path; what is said of several resources is said once. */
export function failureLines(
  screen: Screen,
  naming: Naming,
  verdicts: readonly Verdict[],
): readonly string[] {
  const { red, yellow, dim } = screen.paint;
  return byControl(withStanding(verdicts, "fail")).flatMap((group) => {
    const groups = alike(group.verdicts);
    const more = groups.slice(MOST_RESOURCES).flat().length;
    return [
      ...heading(screen, group, isMandatory(group.verdicts[0]) ? red("✗") : yellow("!")),
      ...groups
        .slice(0, MOST_RESOURCES)
        .flatMap((same) => [...failedPlaces(screen, naming, same), ...says(same[0], screen)]),
      ...(more > 0 ? [dim(`${INDENT}… and ${count(more, "more failure")}`)] : []),
      "",
    ];
  });
}

function waiting({ waitsFor, path, message }: Verdict): string {
  if (waitsFor !== undefined && waitsFor.length > 0) return `waits for ${waitsFor.join(", ")}`;
  return path === "" ? message : `waits for ${path}`;
}

/** Undetermined verdicts by control, resources that wait for the same thing together. */
export function undeterminedLines(
  screen: Screen,
  naming: Naming,
  verdicts: readonly Verdict[],
): readonly string[] {
  return byControl(withStanding(verdicts, "undetermined")).flatMap((group) => {
    const byReason = new Map<string, string[]>();
    for (const verdict of group.verdicts) {
      const reason = waiting(verdict);
      const name = naming.places.get(verdict.urn)?.name ?? "stack";
      byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
    }
    const reasons = [...byReason].slice(0, MOST_RESOURCES).flatMap(([reason, names]) => {
      const shown = names.slice(0, MOST_RESOURCES).join(", ");
      const more = names.length > MOST_RESOURCES ? ` and ${names.length - MOST_RESOURCES} more` : "";
      return wrap(`${shown}${more}: ${reason}`, screen.width, INDENT);
    });
    return [...heading(screen, group, screen.paint.yellow("?")), ...reasons];
  });
}

/** What is said of a resource that is exempt from several findings of one control, each thing once. */
function findings(screen: Screen, group: Group): readonly string[] {
  return group.length === 1 ? [] : alike(group).flatMap(([first]) => says(first, screen));
}

/**
 * Failures that are exempt, with the reason, who answers for it and until when: a resource once for each exemption, with its
 * findings where there are several.
 */
export function exemptLines(screen: Screen, naming: Naming, verdicts: readonly Verdict[]): readonly string[] {
  return byControl(withStanding(verdicts, "exempt")).flatMap((group) => {
    const records = together(group.verdicts, ({ urn, exemption }) => [urn, exemption]);
    return [
      ...heading(screen, group, screen.paint.magenta("◇")),
      ...records
        .slice(0, MOST_RESOURCES)
        .flatMap((record) => [
          place(screen, naming, record[0].urn),
          ...findings(screen, record),
          ...wrap(describeExemption(record[0].exemption ?? null), screen.width, `${INDENT}  `),
        ]),
      ...rest(screen, records.length - MOST_RESOURCES),
    ];
  });
}
