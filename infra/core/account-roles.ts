import type { Scope } from "./scope";
import { physicalName } from "./names";

/** Environment of an account's own stack: names of what an account has once begin with it, wherever they are spoken of. */
export const accountEnvironment = "account";

/**
 * Roles of every account, as IAM names them: identity builds both, whichever way people get in, so that environments can
 * name them before either is there.
 */
export const accountRoles = {
  /** May do anything, for emergencies; every use is told. */
  breakGlass: "account-break-glass",
  /** May answer runbooks that ask for approval, and nothing else. */
  approver: "account-approver",
} as const;

/** Names of the roles of every account. */
export const accountRoleNames = [accountRoles.approver, accountRoles.breakGlass] as const;

/** Word for the role by which the CI system deploys an environment. */
export function deployRoleWord(environment: string): string {
  return `deploy-${environment}`;
}

/** Name of that role in AWS. */
export function deployRoleName(scope: Scope, environment: string): string {
  return physicalName("iam-role", { ...scope, environment: accountEnvironment }, deployRoleWord(environment));
}

/** Groups of people that run runbooks, and that runbooks are escalated to. */
export const runners = ["on-call", "data-owner", "security", "platform-owner"] as const;

/** A group of people that runs runbooks; see {@link runners}. */
export type Runner = (typeof runners)[number];

/** Something for each group, by group. */
export function byRunner<Value>(of: (runner: Runner) => Value): Readonly<Record<Runner, Value>> {
  // One entry for each member of the list that the type is made of.
  return Object.fromEntries(runners.map((runner) => [runner, of(runner)])) as Record<Runner, Value>;
}

/** Name of the policy by which people may run a group's runbooks in an environment: the account makes it. */
export function runnerPolicyName(scope: Scope, runner: Runner): string {
  const { environment, region } = scope;
  const own = { ...scope, environment: accountEnvironment };
  return physicalName("iam-policy", own, `runbooks-${environment}-${runner}-${region}`);
}
