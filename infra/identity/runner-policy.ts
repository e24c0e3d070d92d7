import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type Runner, runnerPolicyName } from "../core/account-roles";
import { regionalArn, roleArn } from "../core/arn";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import { runbookDocumentName, runbookRoleName } from "../core/runbook-names";
import { startStatements } from "../core/runbook-rights";
import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";

/** Arguments of {@link RunnerPolicy}. */
export interface RunnerPolicyArgs {
  /** Environment whose runbooks they are, with account and Region. */
  readonly scope: Scope;
  /** Who answers for them. */
  readonly runner: Runner;
  /** What may be run. */
  readonly runbooks: readonly RunbookWord[];
}

/** What it takes to run runbooks of an environment, all of whose names are known before the environment is there. */
function runnerStatements({ scope, runbooks }: RunnerPolicyArgs): readonly PolicyStatement[] {
  const role = (id: RunbookWord): string => roleArn(scope, runbookRoleName(scope, id));
  const executions = regionalArn(scope, "ssm", "automation-execution/*");
  return [
    ...startStatements(
      scope,
      runbooks.map((id) => ({ documentName: runbookDocumentName(scope, id), roleArn: role(id) })),
    ),
    {
      sid: "FollowAndAnswer",
      actions: ["ssm:GetAutomationExecution", "ssm:StopAutomationExecution", "ssm:SendAutomationSignal"],
      resources: [executions],
    },
  ];
}

/**
 * A policy by which people may run what a group answers for in an environment. It is the account's own: who deploys the
 * environment says what a runbook does, within its boundary, but never what people may do.
 */
export class RunnerPolicy extends pulumi.ComponentResource {
  /** Name of the policy in AWS. */
  public readonly policyName: string;
  /** Its ARN, once it is there. */
  public readonly policyArn: pulumi.Output<string>;

  public constructor(name: string, args: RunnerPolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:RunnerPolicy", name, {}, opts);
    const { scope, runner } = args;
    this.policyName = runnerPolicyName(scope, runner);
    const policy = new aws.iam.Policy(
      name,
      {
        name: this.policyName,
        description: `Runs the runbooks of ${runner} in ${scope.environment}`,
        policy: policyDocument(runnerStatements(args)),
        tags: { Name: this.policyName },
      },
      { parent: this },
    );
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}
