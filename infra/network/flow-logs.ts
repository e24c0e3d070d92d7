import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import { serviceTrust } from "../core/service-trust";
import type { LogScope, LogTarget } from "./log-store";

/** Arguments of {@link FlowLogs}. */
export interface FlowLogsArgs {
  /** VPC whose traffic is recorded. */
  readonly vpcId: pulumi.Input<string>;
  /** Log group that the records go to. */
  readonly target: LogTarget;
  /** Environment, account and Region. */
  readonly scope: LogScope;
}

/**
 * Fields of a record: AWS's own fourteen first, then what tells who talked to whom, which way, through what, why it was
 * refused, and whether it was encrypted. Fields of ECS are left out, since they ask for rights on every cluster.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
const flowLogFields = [
  "version",
  "account-id",
  "interface-id",
  "srcaddr",
  "dstaddr",
  "srcport",
  "dstport",
  "protocol",
  "packets",
  "bytes",
  "start",
  "end",
  "action",
  "log-status",
  "vpc-id",
  "subnet-id",
  "instance-id",
  "tcp-flags",
  "type",
  "pkt-srcaddr",
  "pkt-dstaddr",
  "region",
  "az-id",
  "sublocation-type",
  "sublocation-id",
  "pkt-src-aws-service",
  "pkt-dst-aws-service",
  "flow-direction",
  "traffic-path",
  "reject-reason",
  "encryption-status",
] as const;

const service = "vpc-flow-logs.amazonaws.com";

/** Seconds of traffic that one record sums up: the shorter of the two that AWS offers. */
const aggregationSeconds = 60;

/** Who may take the role: the flow log service, on behalf of this account's flow logs in this Region. */
function flowLogTrust(scope: LogScope): readonly PolicyStatement[] {
  const flowLogs = regionalArn(scope, "ec2", "vpc-flow-log/*");
  return serviceTrust("FlowLogsOfThisAccount", service, scope.accountId, { ArnLike: flowLogs });
}

/** What the role may do: write into the one log group. */
function flowLogRights(target: LogTarget): readonly PolicyStatement[] {
  return [
    {
      sid: "WriteFlowLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [target.knownArn, `${target.knownArn}:log-stream:*`],
    },
  ];
}

/** A record of all traffic of a VPC, accepted and refused, minute by minute. */
export class FlowLogs extends pulumi.ComponentResource {
  public constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:FlowLogs", name, {}, opts);
    const tags = { Name: `${args.scope.environment}-${name}` };

    const role = new aws.iam.Role(
      name,
      {
        name: physicalName("iam-role", args.scope, `${name}-${args.scope.region}`),
        description: "Lets VPC flow logs write into their log group",
        assumeRolePolicy: policyDocument(flowLogTrust(args.scope)),
        tags,
      },
      { parent: this },
    );
    const rights = new aws.iam.RolePolicy(
      name,
      { role: role.name, policy: policyDocument(flowLogRights(args.target)) },
      { parent: this },
    );
    new aws.ec2.FlowLog(
      name,
      {
        vpcId: args.vpcId,
        trafficType: "ALL",
        maxAggregationInterval: aggregationSeconds,
        logDestinationType: "cloud-watch-logs",
        logDestination: args.target.arn,
        iamRoleArn: role.arn,
        logFormat: flowLogFields.map((field) => `\${${field}}`).join(" "),
        tags,
      },
      { parent: this, dependsOn: [rights] },
    );

    this.registerOutputs({});
  }
}
