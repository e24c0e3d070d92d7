import type * as pulumi from "@pulumi/pulumi";

import { arn, servicePrincipal } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { withoutResource } from "./actions-without-resource";
import { agentNamespace } from "./agent-config";
import { type LogDestination, writeLog } from "./service-roles";

type Statement = PolicyStatement<pulumi.Input<string>>;

/**
 * Who may take an instance's role: EC2. It says neither for which account nor for which instance it asks, so that a condition
 * on either would lock every instance out; only this account can put the role into an instance profile.
 */
export function instanceTrust({ region }: Scope): readonly PolicyStatement[] {
  return [
    {
      sid: "InstancesOfThisAccount",
      principals: { Service: [servicePrincipal("ec2", region)] },
      actions: ["sts:AssumeRole"],
    },
  ];
}

/**
 * What Systems Manager's agent needs: AWS's own policy for it (AmazonSSMManagedInstanceCore), action by action. The policy
 * itself would let every instance read every parameter of the account, and every other document.
 */
export function systemsManagerStatements({ region, accountId }: Scope): readonly PolicyStatement[] {
  const partition = partitionOf(region);
  const owned = (service: string, resource: string, owner = accountId): string =>
    arn({ partition, service, region, accountId: owner, resource });
  const documents = [owned("ssm", "document/*"), owned("ssm", "document/*", "")];
  const instances = [owned("ec2", "instance/*")];
  return [
    {
      sid: "ReachSystemsManager",
      actions: [
        "ec2messages:AcknowledgeMessage",
        "ec2messages:DeleteMessage",
        "ec2messages:FailMessage",
        "ec2messages:GetEndpoint",
        "ec2messages:GetMessages",
        "ec2messages:SendReply",
        "ssm:GetDeployablePatchSnapshotForInstance",
        "ssm:GetManifest",
        "ssm:ListAssociations",
        "ssm:PutConfigurePackageResult",
        "ssm:PutInventory",
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
    {
      sid: "ReportOwnState",
      actions: ["ssm:ListInstanceAssociations", "ssm:PutComplianceItems", "ssm:UpdateInstanceInformation"],
      resources: instances,
    },
    {
      sid: "RunDocuments",
      actions: ["ssm:DescribeDocument", "ssm:GetDocument"],
      resources: documents,
    },
    {
      sid: "RunAssociations",
      actions: [
        "ssm:DescribeAssociation",
        "ssm:UpdateAssociationStatus",
        "ssm:UpdateInstanceAssociationStatus",
      ],
      resources: [...documents, ...instances, owned("ssm", "association/*")],
    },
  ];
}

/** What the CloudWatch agent needs: its own configuration, its own metrics, and the workload's log. */
export function agentStatements(
  parameterArn: pulumi.Input<string>,
  log: LogDestination,
): readonly Statement[] {
  return [
    { sid: "ReadAgentConfiguration", actions: ["ssm:GetParameter"], resources: [parameterArn] },
    {
      sid: "PutAgentMetrics",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      conditions: { StringEquals: { "cloudwatch:namespace": agentNamespace } },
      wildcards: { resources: withoutResource },
    },
    writeLog("WriteOwnLog", log),
    { sid: "FindOwnLog", actions: ["logs:DescribeLogStreams"], resources: [log.knownArn] },
  ];
}
