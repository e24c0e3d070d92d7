/** Whom a statement speaks of, by the keys of IAM's `Principal` element. */
export interface Principals<Text = string> {
  /** Services, by their principal (`servicePrincipal`). */
  readonly Service?: readonly Text[];
  /** Accounts, roles, users and sessions, by ARN. */
  readonly AWS?: readonly Text[];
  /** Identity providers, by ARN or domain. */
  readonly Federated?: readonly Text[];
}

type Comparison =
  | `String${"Equals" | "NotEquals" | "EqualsIgnoreCase" | "NotEqualsIgnoreCase" | "Like" | "NotLike"}`
  | `Numeric${"Equals" | "NotEquals" | "LessThan" | "LessThanEquals" | "GreaterThan" | "GreaterThanEquals"}`
  | `Date${"Equals" | "NotEquals" | "LessThan" | "LessThanEquals" | "GreaterThan" | "GreaterThanEquals"}`
  | `Arn${"Equals" | "NotEquals" | "Like" | "NotLike"}`
  | "Bool"
  | "IpAddress"
  | "NotIpAddress";

type Operator = Comparison | `${Comparison}IfExists`;

/** A condition operator of IAM, with its set and existence variants. */
export type ConditionOperator = Operator | `ForAllValues:${Operator}` | `ForAnyValue:${Operator}` | "Null";

/** Conditions of a statement: operator, then condition key, then the values of which one has to match. */
export type Conditions<Text = string> = Readonly<
  Partial<Record<ConditionOperator, Readonly<Record<string, Text | readonly Text[]>>>>
>;

/** Why a statement that allows something has to say "any". Each is a sentence for the reviewer. */
export interface WildcardReasons {
  /** Why any action of a service, or any action at all. */
  readonly actions?: string;
  /** Why any resource. */
  readonly resources?: string;
  /** Why anybody. */
  readonly principals?: string;
}

/** One statement of an IAM policy document. */
export interface PolicyStatement<Text = string> {
  /** What the statement is for, in letters and digits. */
  readonly sid: string;
  /**
   * Whether it allows or denies.
   *
   * @default "Allow"
   */
  readonly effect?: "Allow" | "Deny";
  /**
   * Whom it speaks of; `*` is anybody.
   *
   * @default - nobody is named, as in a policy attached to a role
   */
  readonly principals?: Principals<Text> | "*";
  /** What it allows or denies: `service:Action`. */
  readonly actions: readonly string[];
  /**
   * On what, by ARN.
   *
   * @default - no resource is named, as in a role's trust policy
   */
  readonly resources?: readonly Text[];
  /**
   * When.
   *
   * @default - always
   */
  readonly conditions?: Conditions<Text>;
  /**
   * Why the statement needs a bare wildcard.
   *
   * @default - it has none
   */
  readonly wildcards?: WildcardReasons;
}

/** A statement as IAM reads it. */
interface StatementJson<Text> {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Principals<Text> | "*";
  readonly Action: readonly string[];
  readonly Resource?: readonly Text[];
  readonly Condition?: Conditions<Text>;
}

/** A policy document as IAM reads it. */
interface DocumentJson<Text> {
  readonly Version: "2012-10-17";
  readonly Statement: readonly StatementJson<Text>[];
}

/**
 * Says what is wrong with statements: a bare wildcard without its reason, an unusable `sid`, an empty list.
 *
 * A statement that denies may say "any" freely, since that only narrows. Values that are not text yet are passed over.
 */
export function statementMistakes(statements: readonly PolicyStatement<unknown>[]): readonly string[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) => {
    const mistakes = [...shapeMistakes(statement), ...wildcardMistakes(statement)];
    if (seen.has(statement.sid)) mistakes.push("another statement has the same sid");
    seen.add(statement.sid);
    return mistakes.map((mistake) => `statement "${statement.sid}": ${mistake}`);
  });
}

/** Policy document in IAM's JSON. */
export function renderStatements(statements: readonly PolicyStatement[]): string {
  return JSON.stringify(documentJson(statements));
}

/** Policy document as an object, with values that need not be text yet. */
export function documentJson<Text>(statements: readonly PolicyStatement<Text>[]): DocumentJson<Text> {
  return {
    Version: "2012-10-17",
    Statement: statements.map((statement) => statementJson(statement)),
  };
}

function statementJson<Text>(statement: PolicyStatement<Text>): StatementJson<Text> {
  return {
    Sid: statement.sid,
    Effect: statement.effect ?? "Allow",
    ...(statement.principals === undefined ? {} : { Principal: statement.principals }),
    Action: statement.actions,
    ...(statement.resources === undefined ? {} : { Resource: statement.resources }),
    ...(statement.conditions === undefined ? {} : { Condition: statement.conditions }),
  };
}

function shapeMistakes({ sid, actions, resources }: PolicyStatement<unknown>): string[] {
  const mistakes: string[] = [];
  if (!/^[A-Za-z0-9]+$/.test(sid)) mistakes.push("a sid holds letters and digits only");
  if (actions.length === 0) mistakes.push("no action; at least one is required");
  if (resources?.length === 0) mistakes.push("no resource; at least one is required, or leave the list out");
  return mistakes;
}

function wildcardMistakes(statement: PolicyStatement<unknown>): string[] {
  if (statement.effect === "Deny") return [];
  const { actions, resources = [], wildcards = {} } = statement;
  return [
    ...unreasoned("action", actions.filter(isBareAction), wildcards.actions),
    ...unreasoned("resource", resources.filter(isBareResource), wildcards.resources),
    ...unreasoned("principal", namedPrincipals(statement).filter(isBarePrincipal), wildcards.principals),
  ];
}

function unreasoned(element: string, bare: readonly unknown[], reason: string | undefined): string[] {
  if (reason !== undefined && reason.trim() !== "") return [];
  return bare.map((value) => `${element} "${String(value)}" says "any"; state why in wildcards.${element}s`);
}

/** `*`, `*:*`, `s3:*`. A prefix such as `s3:Get*` is a choice, and passes. */
function isBareAction(action: string): boolean {
  return /^([^:]*:)?[*?]+$/.test(action);
}

/** `*`, or an ARN whose resource part is only that. A type or path in front (`log-group:*`) is a choice, and passes. */
function isBareResource(resource: unknown): boolean {
  return typeof resource === "string" && /^((arn|\*)(:[^:]*){4}:)?[*?]+$|^arn:\*$/.test(resource);
}

/** `*`, or the ARN of any account. */
function isBarePrincipal(principal: unknown): boolean {
  return typeof principal === "string" && /^([*?]+|arn:[^:]*:(iam|sts)::[*?]+:.*)$/.test(principal);
}

function namedPrincipals({ principals }: PolicyStatement<unknown>): readonly unknown[] {
  if (principals === undefined || principals === "*") return principals === undefined ? [] : ["*"];
  return Object.values(principals).flat();
}
