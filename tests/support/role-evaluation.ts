/** A statement of a role's policy or boundary, as IAM reads it. */
export interface EvaluatedStatement {
  /** `Allow` or `Deny`. */
  readonly Effect: string;
  /** Patterns of actions. */
  readonly Action: readonly string[];
  /** Patterns of ARNs. */
  readonly Resource?: readonly string[];
  /** Operators, keys and values. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What somebody in a role asks for. */
export interface RoleRequest {
  /** `service:Action`. */
  readonly action: string;
  /** On what, by ARN. */
  readonly resource: string;
  /** What IAM knows of the request, by condition key. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether a pattern of IAM's covers a text, or everything that a narrower pattern covers. */
export const covers = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "i",
  ).test(text);

type Comparison = (wanted: readonly string[], given: string | undefined) => boolean;

const equal: Comparison = (wanted, given) => given !== undefined && wanted.includes(given);
const like: Comparison = (wanted, given) =>
  given !== undefined && wanted.some((pattern) => covers(pattern, given));
// What is not there is not equal, and IAM says so: a negated operator holds for a key that is missing.
const not =
  (compare: Comparison): Comparison =>
  (wanted, given) =>
    !compare(wanted, given);

const operators: Readonly<Record<string, Comparison>> = {
  Bool: equal,
  StringEquals: equal,
  StringNotEquals: not(equal),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  ArnNotEquals: not(like),
};

function applies(
  { Action, Resource = ["*"], Condition = {} }: EvaluatedStatement,
  { action, resource, context = {} }: RoleRequest,
): boolean {
  return (
    Action.some((pattern) => covers(pattern, action)) &&
    Resource.some((pattern) => covers(pattern, resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => {
        const compare = operators[operator];
        if (compare === undefined) throw new Error(`${operator} is not evaluated`);
        return compare(typeof values === "string" ? [values] : values, context[key]);
      }),
    )
  );
}

/** Whether a document lets a request pass: a statement allows it, and none denies it. */
export function allows(document: readonly EvaluatedStatement[], request: RoleRequest): boolean {
  const effects = document.filter((statement) => applies(statement, request)).map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
}
