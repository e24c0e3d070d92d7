import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type Runner, runnerPolicyName } from "../core/account-roles";
import { arn } from "../core/arn";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { RunbookDocument } from "./runbook-document";

/** Arguments of {@link RunnerPolicy}. */
export interface RunnerPolicyArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Who. */
  readonly runner: Runner;
  /** What they may run. */
  readonly documents: readonly RunbookDocument[];
}

/** What it takes to start documents, and to hand each the role in which it acts. */
export function startStatements(
  { region, accountId }: Scope,
  documents: readonly RunbookDocument[],
): readonly PolicyStatement<pulumi.Input<string>>[] {
  const own = (resource: string): string =>
    arn({ partition: partitionOf(region), service: "ssm", region, accountId, resource });
  return [
    {
      sid: "StartRunbooks",
      actions: ["ssm:StartAutomationExecution"],
      resources: [
        ...documents.flatMap(({ documentName, definitionArn }) => [
          `${definitionArn}:*`,
          own(`document/${documentName}`),
        ]),
        own("automation-execution/*"),
      ],
    },
    {
      sid: "HandRunbooksTheirRoles",
      actions: ["iam:PassRole"],
      resources: documents.map(({ roleArn }) => roleArn),
      conditions: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
    },
  ];
}

/** A policy by which people may run what they answer for. Identity attaches it to the roles of people; nothing here does. */
export class RunnerPolicy extends pulumi.ComponentResource {
  /** ARN of the policy. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: RunnerPolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:operations:RunnerPolicy", name, {}, opts);
    const { scope, runner, documents } = args;
    const { region, accountId } = scope;
    const policyName = runnerPolicyName(scope, runner);
    const executions = arn({
      ...{ partition: partitionOf(region), service: "ssm", region, accountId },
      resource: "automation-execution/*",
    });
    const policy = new aws.iam.Policy(
      name,
      {
        name: policyName,
        description: `Runs the runbooks of ${runner} in ${scope.environment}`,
        policy: policyDocument([
          ...startStatements(scope, documents),
          {
            sid: "FollowAndAnswer",
            actions: [
              "ssm:GetAutomationExecution",
              "ssm:StopAutomationExecution",
              "ssm:SendAutomationSignal",
            ],
            resources: [executions],
          },
        ]),
        tags: { Name: policyName },
      },
      { parent: this },
    );
    this.arn = policy.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
