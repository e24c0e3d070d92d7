import { type Runner, runnerPolicyName } from "../core/account-roles";
import { arn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { AccessLevel, IdentityArgs } from "./identity-args";

/** What goes with a level of access. */
export interface AccessFacts {
  /** What it is for. */
  readonly description: string;
  /** Hours that a session lasts: fewer where more can go wrong. */
  readonly sessionHours: number;
  /** AWS's own policies, by path and name. */
  readonly managedPolicies: readonly string[];
}

/** Levels of access, the least first. */
export const accessLevels: Readonly<Record<AccessLevel, AccessFacts>> = {
  "read-only": {
    description: "Sees what there is, but no data",
    sessionHours: 12,
    managedPolicies: ["job-function/ViewOnlyAccess", "CloudWatchReadOnlyAccess"],
  },
  operator: {
    description: "Sees what there is, and runs runbooks",
    sessionHours: 8,
    managedPolicies: ["job-function/ViewOnlyAccess", "CloudWatchReadOnlyAccess"],
  },
  developer: {
    description: "Sees what there is, logs and traces",
    sessionHours: 8,
    managedPolicies: ["job-function/ViewOnlyAccess", "CloudWatchReadOnlyAccess", "AWSXrayReadOnlyAccess"],
  },
  administrator: {
    description: "Changes anything",
    sessionHours: 1,
    managedPolicies: ["AdministratorAccess"],
  },
};

/** Rights of a level beyond AWS's own policies: which runbooks it may start, policies beside say. */
export function extraRights(level: AccessLevel, scope: Scope): readonly PolicyStatement[] {
  if (level !== "operator") return [];
  return [
    {
      sid: "FollowRunbooks",
      actions: ["ssm:GetAutomationExecution", "ssm:StopAutomationExecution"],
      resources: [`arn:${partitionOf(scope.region)}:ssm:*:${scope.accountId}:automation-execution/*`],
    },
  ];
}

/** Runbooks that people may run: of which environment, and of which group. */
export interface RunbookRuns {
  /** Environment, with account and Region. */
  readonly scope: Scope;
  /** Group that answers for them. */
  readonly runner: Runner;
  /** Name of the policy by which they may be run. */
  readonly policyName: string;
}

/** What a level may run, entry by entry of configuration. */
export function runbookRuns(
  level: AccessLevel,
  { runs, scope: { accountId } }: Pick<IdentityArgs, "runs" | "scope">,
): readonly RunbookRuns[] {
  return runs
    .filter((access) => access.level === level)
    .flatMap(({ groups, environment, region }) =>
      groups.map((runner) => {
        const scope = { environment, accountId, region };
        return { scope, runner, policyName: runnerPolicyName(scope, runner) };
      }),
    );
}

/** ARN of one of AWS's own policies. */
export function managedPolicyArn({ region }: Scope, pathAndName: string): string {
  return arn({
    partition: partitionOf(region),
    service: "iam",
    accountId: "aws",
    resource: `policy/${pathAndName}`,
  });
}
