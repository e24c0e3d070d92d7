import * as pulumi from "@pulumi/pulumi";

import { partitionOf } from "../core/region";
import type { IdentityArgs } from "./identity-args";
import { accountRole, peopleTrust } from "./role";

/** A role that answers runbooks and Region switches which ask for approval, with a second factor, and that can do nothing else. */
export class Approver extends pulumi.ComponentResource {
  public constructor(
    name: string,
    { scope, approvers }: IdentityArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:identity:Approver", name, {}, opts);
    const { accountId, region } = scope;
    const plans = `arn:${partitionOf(region)}:arc-region-switch::${accountId}:plan/*`;
    const runs = `arn:${partitionOf(region)}:ssm:*:${accountId}:automation-execution/*`;
    accountRole(
      name,
      {
        scope,
        word: "approver",
        description: "Answers runbooks and Region switches that ask; can do nothing else",
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
            sid: "AnswerRegionSwitches",
            actions: [
              "arc-region-switch:ApprovePlanExecutionStep",
              "arc-region-switch:GetPlanExecution",
              "arc-region-switch:GetPlanInRegion",
              "arc-region-switch:ListPlanExecutions",
            ],
            resources: [plans],
          },
          {
            sid: "FindWhatAsks",
            actions: [
              "arc-region-switch:ListPlansInRegion",
              "ssm:DescribeAutomationExecutions",
              "ssm:DescribeAutomationStepExecutions",
            ],
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
