import type { PolicyStatement } from "../../../infra/core/policy-statement";

/** Somebody asks for something. */
export interface Request {
  /** Service that asks, as its principal names it. */
  readonly service: string;
  /** What is asked for: `service:Action`. */
  readonly action: string;
  /** On what. */
  readonly resource: string;
  /** What the request says about itself, by condition key. */
  readonly context: Readonly<Record<string, string>>;
}

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(text);

/** Whether a resource's policy lets a service do something: a statement allows it, and none denies it. */
export function isAllowed(statements: readonly PolicyStatement[], request: Request): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ effect = "Allow" }) => effect === "Allow") &&
    !applying.some(({ effect }) => effect === "Deny")
  );
}

function applies(
  { principals, actions, resources = ["*"], conditions = {} }: PolicyStatement,
  request: Request,
): boolean {
  const services = principals === "*" ? ["*"] : (principals?.Service ?? []);
  return (
    services.some((service) => matches(service, request.service)) &&
    actions.some((action) => matches(action, request.action)) &&
    resources.some((resource) => matches(resource, request.resource)) &&
    Object.entries(conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => {
        const given = request.context[key];
        const wanted = typeof values === "string" ? [values] : values;
        if (given === undefined) return operator.endsWith("IfExists");
        return wanted.some((value) => matches(value, given));
      }),
    )
  );
}
