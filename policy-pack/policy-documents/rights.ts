import { type Condition, isNegativeTest, isOpenTest, isPositiveTest } from "./conditions";
import { known } from "../reading/view";
import { isEverything, overlaps } from "../reading/patterns";
import { type Selection, selects, type Statement } from "./statement";
import { and, not, or, some, truth, type Truth } from "../reading/truth";

/** Global keys that narrow down what is acted on, or through which service. */
const NARROWING = /^aws:(resourcetag\/|requesttag\/|calledvia|viaawsservice$)/;

/** Keys of services that say how a request is made, not what it is about. */
const NOT_NARROWING =
  /^(aws:|ec2:region$|s3:(tlsversion|signature|authtype)|sts:(sourceidentity|rolesessionname))/;

function isNarrowingKey(key: string): boolean {
  return NARROWING.test(key) || !NOT_NARROWING.test(key);
}

/** AWS sends this key with every request that it is about, so that "IfExists" loosens nothing. */
const ALWAYS_SENT = "iam:passedtoservice";

function narrows(one: Condition): Truth {
  if (isOpenTest(one)) return "maybe";
  const holdsWithoutKey = (one.ifExists || one.quantifier === "all") && one.key !== ALWAYS_SENT;
  if (!isNarrowingKey(one.key) || !isPositiveTest(one) || holdsWithoutKey) return "no";
  return and(
    ...one.values.map((value) => {
      const written = known(value.string());
      return written === undefined ? "yes" : truth(!isEverything(written));
    }),
  );
}

/** Whether a condition narrows down what a statement is about: to tagged resources, to a service, to one cluster. */
export function isNarrowed({ conditions }: Statement): Truth {
  return some(conditions, narrows);
}

/** Whether a pattern stands for every resource of every service. */
function isAnything(pattern: string): boolean {
  return isEverything(pattern) || /^arn(:aws[a-z-]*)?(:\*+)+$/.test(pattern);
}

/** Services whose actions are about the resources of other ones. */
const ACTS_ON: Readonly<Record<string, readonly string[]>> = {
  ebs: ["ec2"],
  "ec2-instance-connect": ["ec2"],
  "rds-data": ["rds"],
  ssm: ["ssm", "ec2"],
  sts: ["iam", "sts"],
};

/** Whether a pattern stands for every resource of a kind, as `*`, `arn:aws:s3:::*` and `arn:aws:iam::1:role/*` do. */
export function isEveryResource(pattern: string, service: string): boolean {
  if (isAnything(pattern)) return true;
  const [arn, , of = "", , , ...rest] = pattern.split(":");
  if (arn !== "arn") return false;
  const name = rest.join(":") || (pattern.split(":").at(-1) ?? "");
  // The first part of an S3 ARN is a bucket; elsewhere it may be a type, as in `role/*`.
  const every = of === "s3" ? /^[*/:]+$/ : /^([A-Za-z-]+[/:])?[*/:]+$/;
  return every.test(name) && (ACTS_ON[service] ?? [service]).some((each) => overlaps(of, each));
}

/** Whether resources hold everything there is. */
export function isOnEverything({ isNegated, patterns, unknown }: Selection): Truth {
  if (isNegated) return truth(!patterns.some(isAnything));
  return or(truth(patterns.some(isAnything)), unknown ? "maybe" : "no");
}

/** Whether resources hold every one that an action of a service may be about. */
export function isOnEvery({ isNegated, patterns, unknown }: Selection, service: string): Truth {
  const holds = patterns.some((pattern) => isEveryResource(pattern, service));
  if (isNegated) return truth(!holds);
  return or(truth(holds), unknown ? "maybe" : "no");
}

/**
 * Whether a statement makes an administrator: every action, or all of IAM by leaving out other things, on everything.
 */
export function isAdministrator(statement: Statement): Truth {
  const { allows, actions, resources } = statement;
  const all = selects(actions, actions.isNegated ? "iam:*" : "*");
  return and(allows, all, isOnEverything(resources), not(isNarrowed(statement)));
}

/** Whether a statement allows all actions of a service, by name or by leaving out others. */
export function givesWholeService({ allows, actions: { isNegated, patterns, unknown } }: Statement): Truth {
  if (isNegated) return allows;
  const isWhole = patterns.some((pattern) => isEverything(pattern) || /^[^:]+:\*+$/.test(pattern));
  return and(allows, or(truth(isWhole), unknown ? "maybe" : "no"));
}

function serviceOf(action: string): string {
  return action.replace(/:.*/, "");
}

/** Whether a statement allows all that a pattern of one service stands for, such as `iam:*`, on every resource. */
export function givesOnEvery(statement: Statement, action: string): Truth {
  const { allows, actions, resources } = statement;
  const selected = and(allows, selects(actions, action));
  if (selected === "no") return "no";
  return and(selected, isOnEvery(resources, serviceOf(action)), not(isNarrowed(statement)));
}

function isGuard(one: Condition): Truth {
  if (isOpenTest(one)) return "maybe";
  return truth(isNarrowingKey(one.key) && isNegativeTest(one));
}

/** Whether a statement denies an action everywhere, or everywhere but on what a condition names. */
function denies(statement: Statement, action: string): Truth {
  const { allows, actions, resources, conditions } = statement;
  if (allows === "yes") return "no";
  const always = and(...conditions.map(isGuard));
  return and(not(allows), selects(actions, action), isOnEvery(resources, serviceOf(action)), always);
}

/** Whether documents that belong to one identity let it do something to every resource, all their statements together. */
export function canDo(document: readonly Statement[], action: string): Truth {
  const given = some(document, (statement) => givesOnEvery(statement, action));
  if (given === "no") return "no";
  return and(given, not(some(document, (statement) => denies(statement, action))));
}
