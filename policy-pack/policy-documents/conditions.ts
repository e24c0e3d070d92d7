import { coversWorld, isPrivate, parseRange, prefixLength } from "../cidr/range";
import { known, type View } from "../reading/view";
import { isEverything } from "../reading/patterns";
import { and, every, some, truth, type Truth } from "../reading/truth";

/** One test of a statement's condition: an operator, a key, and the values that it is held against. */
export interface Condition {
  readonly place: View;
  /** Name of the operator in lower case, without what stands before and behind it. */
  readonly operator: string;
  /** How a key with several values is tested. */
  readonly quantifier: "any" | "all" | undefined;
  /** The test holds, too, where the request lacks the key. */
  readonly ifExists: boolean;
  /** The key in lower case, as `aws:principalorgid`. */
  readonly key: string;
  readonly values: readonly View[];
}

function condition(test: View, operator: string, key: string): Condition {
  const [, set, base = "", ifExists] = /^(?:for(any|all)values?:)?(.*?)(ifexists)?$/.exec(operator) ?? [];
  const place = test.child(key);
  return {
    place,
    operator: base,
    quantifier: set === "any" || set === "all" ? set : undefined,
    ifExists: ifExists !== undefined,
    key: key.toLowerCase(),
    values: place.isList ? place.items() : [place],
  };
}

/** The tests of a statement's condition, all of which must hold. What is not known is a test of an unknown key. */
export function conditionsOf(element: View): readonly Condition[] {
  if (element.isAbsent) return [];
  if (!element.isObject || element.isUnknown) return [condition(element.asUnknown(), "", "")];
  return element.keys().flatMap((operator) => {
    const test = element.child(operator);
    const keys = test.isObject ? test.keys() : [""];
    return keys.map((key) => condition(test.isObject ? test : test.asUnknown(), operator.toLowerCase(), key));
  });
}

/** Whether nothing is known of a test, so that it may be any. */
export function isOpenTest({ place, key }: Condition): boolean {
  return place.isUnknown && key === "";
}

/** Whether what an operator asks for is exactly the value: no wildcard in it has a meaning. */
function isExact(operator: string): boolean {
  return /^string(not)?equals(ignorecase)?$/.test(operator);
}

/** Operators that hold for the given values alone, and their opposites, which hold for everything else. */
const POSITIVE = /^(string(equals|like|equalsignorecase)|arn(equals|like)|ipaddress|bool)$/;
const NEGATIVE = /^(string(notequals|notlike|notequalsignorecase)|arn(notequals|notlike)|notipaddress)$/;

/** Whether a test holds for its values alone. */
export function isPositiveTest({ operator }: Condition): boolean {
  return POSITIVE.test(operator);
}

/** Whether a test holds for everything but its values. */
export function isNegativeTest({ operator }: Condition): boolean {
  return NEGATIVE.test(operator);
}

/** AWS itself calls a policy public whose address ranges are wider than these. */
const WIDEST = { 4: 8, 6: 32 } as const;

function isNarrowRange(value: string): boolean {
  const range = parseRange(value);
  if (!range) return false;
  return isPrivate(range) || (!coversWorld([range]) && prefixLength(range) >= WIDEST[range.family]);
}

/** An ARN that can only be one account's: its account is named, or the resource, whose name is taken once. */
function isNarrowArn(value: string): boolean {
  const [, , , , account = "", ...rest] = value.split(":");
  const name = rest.join().split("/")[0] ?? "";
  return account === "" ? name !== "" && !/[*?]/.test(name) : !/[*?]/.test(account);
}

const isPlain = (value: string): boolean => value !== "" && !/[*?]/.test(value);
const isOrganizationPath = (value: string): boolean => /^o-[a-z0-9]+\//.test(value);
const isUniqueId = (value: string): boolean => /^[A-Z0-9]{16,}(:.*)?$/.test(value);

/** Keys by which a statement can be limited to somebody or something, and which patterns for them are narrow. */
const NARROW: Readonly<Record<string, (value: string) => boolean>> = {
  "aws:principalaccount": isPlain,
  "aws:principalarn": isNarrowArn,
  "aws:principalorgid": isPlain,
  "aws:principalorgpaths": isOrganizationPath,
  "aws:principalservicename": isPlain,
  "aws:resourceaccount": isPlain,
  "aws:resourceorgid": isPlain,
  "aws:resourceorgpaths": isOrganizationPath,
  "aws:sourceaccount": isPlain,
  "aws:sourcearn": isNarrowArn,
  "aws:sourceip": isNarrowRange,
  "aws:sourceorgid": isPlain,
  "aws:sourceorgpaths": isOrganizationPath,
  "aws:sourceowner": isPlain,
  "aws:sourcevpc": isPlain,
  "aws:sourcevpcarn": isNarrowArn,
  "aws:sourcevpce": isPlain,
  "aws:userid": isUniqueId,
  "aws:vpceaccount": isPlain,
  "aws:vpceorgid": isPlain,
  "aws:vpceorgpaths": isOrganizationPath,
  "elasticfilesystem:accessedviamounttarget": (value) => value === "true",
  "kms:calleraccount": isPlain,
  "kms:encryptioncontext:aws:cloudtrail:arn": isNarrowArn,
  "kms:encryptioncontext:aws:sns:topicarn": isNarrowArn,
  "s3:dataaccesspointaccount": isPlain,
  "s3:dataaccesspointarn": isNarrowArn,
  "sts:externalid": isPlain,
};

/** Keys that say who asks, or from where. */
export const WHO: ReadonlySet<string> = new Set(
  Object.keys(NARROW).filter((key) => !/^(aws:resource|kms:encryptioncontext:|sts:externalid$)/.test(key)),
);

/** Keys that say for whom a service asks. */
export const ON_BEHALF_OF: ReadonlySet<string> = new Set([
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
]);

/** Which values of a key are narrow: those that AWS gives to one owner; of a key that is not known here, plain ones. */
function isNarrowValue(key: string, value: string): boolean {
  return NARROW[key]?.(value) ?? isPlain(value);
}

function isNarrow({ key, operator }: Condition, value: View, isNarrowAs = isNarrowValue): Truth {
  const written = known(value.string());
  // A wildcard that an exact operator takes literally is a mistake; what is computed is none.
  if (isExact(operator)) return truth(written === undefined ? value.isUnknown : !isEverything(written));
  if (written === undefined) return "maybe";
  return truth(isNarrowAs(key, written));
}

function demandsPresence(conditions: readonly Condition[], key: string): boolean {
  return conditions.some(
    (each) =>
      each.operator === "null" &&
      each.key === key &&
      each.values.every((value) => known(value.string()) === "false"),
  );
}

/** Whether a condition leaves only requests whose key has one of some narrow values. */
function limits(
  one: Condition,
  all: readonly Condition[],
  keys: ReadonlySet<string>,
  isNarrowAs: typeof isNarrowValue,
): Truth {
  if (isOpenTest(one)) return "maybe";
  if (!keys.has(one.key) || !POSITIVE.test(one.operator)) return "no";
  const holdsWithoutKey = one.ifExists || one.quantifier === "all";
  if (holdsWithoutKey && !demandsPresence(all, one.key)) return "no";
  return every(one.values, (value) => isNarrow(one, value, isNarrowAs));
}

/**
 * Whether the conditions limit a statement to narrow values of one of the keys. A test that also holds where the key is
 * missing, for any value, or for all values but some, limits nothing.
 *
 * @param isNarrowAs - Which patterns for a key are narrow; unset, those that can only mean one owner.
 */
export function isLimitedBy(
  conditions: readonly Condition[],
  keys: ReadonlySet<string>,
  isNarrowAs = isNarrowValue,
): Truth {
  return some(conditions, (one) => limits(one, conditions, keys, isNarrowAs));
}

/** Conditions that keep a denial away from AWS's own services and from nobody else. */
const SPARES_SERVICES = new Set(["aws:principalisawsservice", "aws:viaawsservice"]);

/** Whether a denial under these conditions is one of everyone but narrow values of the keys. */
export function sparesOnly(conditions: readonly Condition[], keys: ReadonlySet<string>): Truth {
  const isAny = some(conditions, (one) => truth(keys.has(one.key) || one.key === ""));
  const each = every(conditions, (one) => {
    if (isOpenTest(one)) return "maybe";
    if (SPARES_SERVICES.has(one.key) && one.operator === "bool") return "yes";
    if (!keys.has(one.key) || !NEGATIVE.test(one.operator) || one.quantifier === "any") return "no";
    return every(one.values, (value) => isNarrow(one, value));
  });
  return and(isAny, each);
}
