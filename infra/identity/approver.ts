import * as pulumi from "@pulumi/pulumi";

import { partitionOf } from "../core/region";
import type { IdentityArgs } from "./identity-args";
import { accountRole, peopleTrust } from "./role";

/** A role that answers runbooks which ask for approval, with a second factor, and that can do nothing else. */
export class Approver extends pulumi.ComponentResource {
  public constructor(
    name: string,
    { scope, approvers }: IdentityArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:identity:Approver", name, {}, opts);
    const { accountId, region } = scope;
    const runs = `arn:${partitionOf(region)}:ssm:*:${accountId}:automation-execution/*`;
    accountRole(
      name,
      {
        scope,
        word: "approver",
        description: "Answers runbooks that ask for approval; can do nothing else",
        trust: peopleTrust("WhoMayApprove", approvers),
        sessionHours: 1,
        managedPolicies: [],
        rights: [
          {
            sid: "AnswerRunbooks",
            actions: ["ssm:GetAutomationExecution", "ssm:SendAutomationSignal"],
            resources: [runs],
          },
          {
            sid: "FindRunbooksThatAsk",
            actions: ["ssm:DescribeAutomationExecutions", "ssm:DescribeAutomationStepExecutions"],
            resources: ["*"],
            wildcards: { resources: "AWS gives no resource for actions that list" },
          },
        ],
      },
      this,
    );
    this.registerOutputs({});
  }
}
