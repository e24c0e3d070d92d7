import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { LogScope, LogTarget } from "./log-store";

/** Arguments of {@link QueryLogs}. */
export interface QueryLogsArgs {
  /** VPC whose DNS queries are recorded. */
  readonly vpcId: pulumi.Input<string>;
  /** Log group that the records go to. */
  readonly target: LogTarget;
  /** Environment, account and Region. */
  readonly scope: LogScope;
}

/** Who may write into the log group: AWS's delivery service, on behalf of this account's logs in this Region. */
function queryLogDelivery(scope: LogScope, target: LogTarget): readonly PolicyStatement[] {
  const { accountId } = scope;
  const deliveries = regionalArn(scope, "logs", "*");
  return [
    {
      sid: "DeliverQueryLogsOfThisAccount",
      principals: { Service: ["delivery.logs.amazonaws.com"] },
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [`${target.knownArn}:log-stream:*`],
      conditions: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": deliveries },
      },
    },
  ];
}

/** A record of every DNS query made inside a VPC, with what the DNS firewall did about it. */
export class QueryLogs extends pulumi.ComponentResource {
  public constructor(name: string, args: QueryLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:QueryLogs", name, {}, opts);
    const configName = physicalName("resolver-query-log", args.scope, name);

    const delivery = new aws.cloudwatch.LogResourcePolicy(
      name,
      { policyName: configName, policyDocument: policyDocument(queryLogDelivery(args.scope, args.target)) },
      { parent: this },
    );
    const config = new aws.route53.ResolverQueryLogConfig(
      name,
      { name: configName, destinationArn: args.target.arn, tags: { Name: configName } },
      { parent: this, dependsOn: [delivery] },
    );
    new aws.route53.ResolverQueryLogConfigAssociation(
      name,
      { resolverQueryLogConfigId: config.id, resourceId: args.vpcId },
      { parent: this },
    );

    this.registerOutputs({});
  }
}
