import type { Enforcement, Severity } from "../registry/control";
import type { VerdictWord } from "../verdict/outcome";

/** A control, as reports describe it. */
export interface Rule {
  /** What verdicts call it, such as `VPC-05`. */
  readonly id: string;
  /** Name under which it is configured. */
  readonly name: string;
  /** What is asked for. */
  readonly title: string;
  /** What goes wrong otherwise; empty where nobody says. */
  readonly why: string;
  /** What to change; empty where nobody says. */
  readonly fix: string;
  readonly severity: Severity;
  readonly enforcement: Enforcement | "remediate";
  /** Words by which it is found, such as Well-Architected practices. */
  readonly tags: readonly string[];
}

/** An exemption, as reports show it. */
export interface GrantedExemption {
  readonly reason: string;
  /** Who answers for it; empty where nobody says. */
  readonly owner: string;
  /** Last day on which it holds; empty where nobody says. */
  readonly expires: string;
  readonly ticket?: string;
  /** What keeps the risk small instead. */
  readonly compensation?: string;
}

/** One verdict: a line of the ledger, or what another pack said. */
export interface ReportedVerdict {
  /** Id of the rule. */
  readonly control: string;
  readonly policy: string;
  readonly urn: string;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  readonly enforcement: Enforcement | "remediate";
  readonly message: string;
  readonly path: string;
  /** The resource, by URN, in which the path is, where it is another one. */
  readonly holder?: string;
  /** Tells several findings on one resource apart. */
  readonly finding?: string;
  /** What an undetermined verdict waits for. */
  readonly waitsFor?: string | readonly string[];
  readonly exemption?: GrantedExemption;
}

/** A place in the program's source. */
export interface SourcePlace {
  /** Relative to the repository, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** What one pack says of one stack, with what reports need to tell it. */
export interface StackReport {
  readonly project: string;
  readonly stack: string;
  /** The pack. */
  readonly tool: { readonly name: string; readonly version: string };
  readonly rules: readonly Rule[];
  readonly verdicts: readonly ReportedVerdict[];
  /** Where a resource is made; the stack's configuration file, where it is not known. */
  readonly placeOf: (urn: string) => SourcePlace;
  /** URNs that a resource had before, by its URN. */
  readonly formerUrns?: ReadonlyMap<string, readonly string[]>;
  /** Why there are no verdicts. */
  readonly failure?: string;
}

/** The name and the type of a resource, out of its URN. */
export function nameAndType(urn: string): { readonly name: string; readonly type: string } {
  const [, , types = "", ...name] = urn.replace(/^urn:pulumi:/, "").split("::");
  return { name: name.join("::"), type: types.split("$").at(-1) ?? "" };
}

/** Where in a resource a verdict was decided, or where in which other one; empty for the resource as a whole. */
export function spotOf({ path, holder }: Pick<ReportedVerdict, "path" | "holder">): string {
  if (holder === undefined) return path;
  const { name, type } = nameAndType(holder);
  return `${path === "" ? "" : `${path} of `}${type} ${name}`;
}

/** The stack and the project in a URN. */
export function stackAndProject(urn: string): { readonly stack: string; readonly project: string } {
  const [stack = "", project = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
  return { stack, project };
}

/** Items by what they have in common, in the order of their first. */
export function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
