import { digest, urnParts } from "./identity";
import { brokenRules, type Autoname } from "./resource-types/definition";
import type { ProviderSettings } from "./settings";
import { autonameOf, isRegional, isTagged, type TypeKnowledge } from "./type-knowledge";
import {
  isUnknown,
  isWireObject,
  plainProperties,
  UNKNOWN,
  withoutReferences,
  type Wire,
  type WireObject,
} from "./wire";

/** A property that cannot be accepted. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

/** What the AWS provider is asked before a resource is registered. */
export interface CheckRequest {
  readonly urn: string;
  readonly type: string;
  readonly inputs: WireObject;
  /** Checked inputs of the last run. */
  readonly olds?: WireObject;
  readonly settings: ProviderSettings;
}

/** Inputs as the provider completes them, and why they cannot be accepted. */
export interface CheckResult {
  readonly inputs: WireObject;
  readonly failures: readonly CheckFailure[];
}

/** Hexadecimal digits that `pulumi-aws` puts behind a name it makes. */
const RANDOM_DIGITS = 7;

/** The properties of a check that stay the same through all its steps. */
interface Checking extends CheckRequest {
  readonly knowledge: TypeKnowledge;
  /** How often this URN was created before, or would have been when it is to be replaced. */
  readonly generation: number;
}

function isGiven(value: Wire | undefined): boolean {
  return value !== undefined && value !== null;
}

function madeName(checking: Checking, autoname: Autoname): string {
  const { name } = urnParts(checking.urn);
  const digits = digest(`${checking.urn}#${checking.generation}name`, RANDOM_DIGITS);
  return `${name}${autoname.separator ?? "-"}${digits}`;
}

/** A name that Pulumi made before is kept, whatever its digits. */
function keptName(checking: Checking, autoname: Autoname): Wire | undefined {
  const old = checking.olds?.[autoname.property];
  const stem = transformed(checking, autoname, urnParts(checking.urn).name + (autoname.separator ?? "-"));
  if (typeof old !== "string" || !old.startsWith(stem.replace(/\.fifo$/, ""))) return undefined;
  return /[0-9a-f]{7}(\.fifo)?$/.test(old) && old.length === madeLength(checking, autoname) ? old : undefined;
}

function madeLength(checking: Checking, autoname: Autoname): number {
  return transformed(checking, autoname, madeName(checking, autoname)).length;
}

function transformed(checking: Checking, autoname: Autoname, name: string): string {
  return autoname.transform?.(name, checking.inputs) ?? name;
}

function named(checking: Checking, inputs: WireObject): { inputs: WireObject; failures: CheckFailure[] } {
  const autoname = autonameOf(checking.type, checking.knowledge);
  const prefix = autoname && `${autoname.property}Prefix`;
  if (autoname === undefined || isGiven(inputs[autoname.property]) || isGiven(inputs[prefix ?? ""])) {
    return { inputs, failures: [] };
  }
  const made = madeName(checking, autoname);
  if (made.length > autoname.maxLength) {
    const reason = `${made} has ${made.length} characters; a name may have ${autoname.maxLength}`;
    return { inputs, failures: [{ property: autoname.property, reason }] };
  }
  const name = keptName(checking, autoname) ?? transformed(checking, autoname, made);
  return { inputs: { ...inputs, [autoname.property]: name }, failures: [] };
}

function tagged({ knowledge, settings }: Checking, inputs: WireObject): WireObject {
  if (!isTagged(knowledge)) return inputs;
  if (isUnknown(inputs.tags)) return { ...inputs, tagsAll: UNKNOWN };
  const own = isWireObject(inputs.tags) ? inputs.tags : {};
  const all = { ...settings.defaultTags, ...own };
  return Object.keys(all).length === 0 ? inputs : { ...inputs, tagsAll: all };
}

function regional({ knowledge, settings }: Checking, inputs: WireObject): WireObject {
  if (!isRegional(knowledge) || isGiven(inputs.region)) return inputs;
  return { ...inputs, region: settings.region };
}

function missing({ knowledge }: Checking, inputs: WireObject): CheckFailure[] {
  const required = knowledge.facts?.required ?? [];
  return required
    .filter((property) => !isGiven(inputs[property]))
    .map((property) => ({ property, reason: `${property} is missing; it is required` }));
}

function broken({ knowledge }: Checking, inputs: WireObject): CheckFailure[] {
  return brokenRules(knowledge.definition, inputs).map(({ rule, error }) => ({
    property: rule.property,
    reason: error.message,
  }));
}

/** Completes inputs as the AWS provider does before policies and AWS see them, and names every mistake at once. */
export function checkInputs(checking: Checking): CheckResult {
  const given = Object.entries(plainProperties(checking.inputs))
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, Wire] => [name, withoutReferences(value)]);
  const completed = { ...checking.knowledge.definition?.defaults, ...Object.fromEntries(given) };
  const withName = named(checking, completed);
  const inputs = regional(checking, tagged(checking, withName.inputs));
  return {
    inputs,
    failures: [...withName.failures, ...missing(checking, inputs), ...broken(checking, inputs)],
  };
}
