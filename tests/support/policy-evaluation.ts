import type { PolicyStatement } from "../../infra/core/policy-statement";
import { allows, covers, type RoleRequest } from "./role-evaluation";

/** A service asks for something. */
export interface Request extends RoleRequest {
  /** Service that asks, as its principal names it. */
  readonly service: string;
  readonly context: NonNullable<RoleRequest["context"]>;
}

/** Whether a resource's policy lets a service do something: a statement allows it, and none denies it. */
export function isAllowed(statements: readonly PolicyStatement[], request: Request): boolean {
  const document = statements
    .filter(({ principals }) => {
      const services = principals === "*" ? ["*"] : (principals?.Service ?? []);
      return services.some((service) => covers(service, request.service));
    })
    .map(({ effect = "Allow", actions, resources = ["*"], conditions = {} }) => ({
      Effect: effect,
      Action: actions,
      Resource: resources,
      Condition: conditions,
    }));
  return allows(document, request);
}
