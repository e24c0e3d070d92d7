import { covers as patternCovers } from "../reading/patterns";

/** A tag that exempted resources carry. */
interface ExemptTag {
  readonly key: string;
  /** Its value; `*` stands for any characters. Any value without it. */
  readonly value?: string;
}

/** A decision, by a person, that a control need not hold somewhere for a while. */
export interface Exemption {
  /** Id or name of the control. */
  readonly control: string;
  /** URNs that it covers; `*` stands for any characters. */
  readonly urn?: string;
  /** Type token that it covers; `*` stands for any characters. */
  readonly type?: string;
  /** URNs of components; it covers what is inside of one. `*` stands for any characters. */
  readonly parent?: string;
  /** It covers resources with the tag. */
  readonly tag?: ExemptTag;
  /** Stacks that it covers, by name, one or several; `*` stands for any characters. */
  readonly environment?: string | readonly string[];
  /** The one finding that it covers, where a control has several on one resource. */
  readonly finding?: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket?: string;
  /** What keeps the risk small instead. */
  readonly compensation?: string;
  /** Last day on which it holds, as `2027-03-31`. */
  readonly expires: string;
}

/** Where a verdict belongs. */
export interface Place {
  readonly urn: string;
  readonly type: string;
  /** URNs of the components around the resource, the innermost first. */
  readonly parents: readonly string[];
  /** Tags of the resource whose values are known. */
  readonly tags: ReadonlyMap<string, string>;
}

/** What an exemption is asked about. */
export interface Violation extends Place {
  readonly id: string;
  readonly name: string;
  readonly finding?: string;
}

const pattern = { type: "string" as const, minLength: 1 };

/** JSON schema of one exemption. */
export const exemptionSchema = {
  type: "object" as const,
  description:
    "A control that need not hold somewhere for a while. Needs urn, type, parent, tag or environment; what is given must all fit.",
  properties: {
    control: { type: "string" as const, description: "Id or name of the control, such as VPC-05." },
    urn: { ...pattern, description: "URNs that it covers; * stands for any characters." },
    type: { ...pattern, description: "Type token that it covers; * stands for any characters." },
    parent: {
      ...pattern,
      description: "URNs of components; what is inside of one is covered. * stands for any characters.",
    },
    tag: {
      type: "object" as const,
      description: "A tag that the resource carries.",
      properties: {
        key: { ...pattern, description: "Key of the tag." },
        value: { type: "string" as const, description: "Value of the tag; * stands for any characters." },
      },
      required: ["key"],
      additionalProperties: false,
    },
    environment: {
      type: ["string" as const, "array" as const],
      minLength: 1,
      items: pattern,
      minItems: 1,
      description: "Name of a stack, or names of several; * stands for any characters.",
    },
    finding: { type: "string" as const, description: "The one finding that it covers." },
    reason: { type: "string" as const, minLength: 10, description: "Why the control need not hold." },
    owner: { type: "string" as const, minLength: 1, description: "Who answers for it." },
    ticket: { type: "string" as const, description: "Where it was decided." },
    compensation: { type: "string" as const, description: "What keeps the risk small instead." },
    expires: {
      type: "string" as const,
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: "Last day on which it holds.",
    },
  },
  required: ["control", "reason", "owner", "expires"],
  additionalProperties: false,
};

function matches(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || patternCovers(wanted, value);
}

function hasTag(tags: ReadonlyMap<string, string>, wanted: ExemptTag): boolean {
  const value = tags.get(wanted.key);
  return value !== undefined && matches(wanted.value, value);
}

/** The name of the stack in a URN. */
export function stackOf(urn: string): string {
  return urn.split(":")[2] ?? "";
}

function isIn(environment: Exemption["environment"], stack: string): boolean {
  return environment === undefined || [environment].flat().some((each) => matches(each, stack));
}

/** Whether a pattern of URNs may fit one of a stack: where it begins with text, that is how the stack's URNs begin. */
function mayFit(urn: string | undefined, stack: string): boolean {
  const [start = ""] = (urn ?? "").split("*");
  const own = `urn:pulumi:${stack}::`;
  return start.startsWith(own) || own.startsWith(start);
}

/** Whether an exemption may cover anything in a stack, going by what it says of stacks. */
export function concerns({ environment, urn, parent }: Exemption, stack: string): boolean {
  return isIn(environment, stack) && mayFit(urn, stack) && mayFit(parent, stack);
}

function isWithin({ urn, type, parent, tag, environment }: Exemption, place: Place): boolean {
  const isScoped = [urn, type, parent, tag, environment].some((scope) => scope !== undefined);
  return (
    isScoped &&
    matches(urn, place.urn) &&
    matches(type, place.type) &&
    isIn(environment, stackOf(place.urn)) &&
    (parent === undefined || place.parents.some((each) => matches(parent, each))) &&
    (tag === undefined || hasTag(place.tags, tag))
  );
}

/** Whether an exemption covers a violation, whatever the date. */
export function covers(exemption: Exemption, violation: Violation): boolean {
  return (
    [violation.id, violation.name].includes(exemption.control) &&
    isWithin(exemption, violation) &&
    (exemption.finding === undefined || exemption.finding === violation.finding)
  );
}

/** Whether an exemption's last day lies before today (both as `2027-03-31`). */
export function isExpired(exemption: Exemption, today: string): boolean {
  return exemption.expires < today;
}

const SOON_DAYS = 14;

/** Whether an exemption holds today and no longer in two weeks. */
export function expiresSoon(exemption: Exemption, today: string): boolean {
  const then = new Date(`${today}T00:00:00Z`);
  then.setUTCDate(then.getUTCDate() + SOON_DAYS);
  return !isExpired(exemption, today) && isExpired(exemption, then.toISOString().slice(0, 10));
}
