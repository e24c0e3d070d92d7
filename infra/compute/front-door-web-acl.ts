import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";

/** Arguments of {@link WebAcl}. */
export interface WebAclArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Balancer that it stands before. */
  readonly balancerArn: pulumi.Input<string>;
  /** Most requests of one address in five minutes. */
  readonly requestsPerFiveMinutes: number;
  /** Key that encrypts its log. */
  readonly key: EncryptionKey;
  /** Days that its log is kept. */
  readonly logDays: LogRetentionDays;
}

type Rule = aws.types.input.wafv2.WebAclRule;

/** Rule groups that AWS keeps up to date, in the order in which they are asked. */
const managedGroups = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesSQLiRuleSet",
] as const;

/** Headers that carry credentials, and that no log holds. */
const secretHeaders = ["authorization", "cookie", "x-api-key"];

/** A web ACL before the front door: AWS's managed rules and a limit for each address, every request counted and logged. */
export class WebAcl extends pulumi.ComponentResource {
  /** Name, as its metrics have it. */
  public readonly aclName: string;
  /** Name of its log group. */
  public readonly logGroupName: string;

  public constructor(name: string, args: WebAclArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:WebAcl", name, {}, opts);
    this.aclName = physicalName("web-acl", args.scope, name);
    this.logGroupName = physicalName("waf-log-group", args.scope, name);

    const acl = new aws.wafv2.WebAcl(
      name,
      {
        name: this.aclName,
        description: "What the front door refuses before a workload sees it",
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        rules: [rateLimit(args.requestsPerFiveMinutes), ...managedGroups.map(managedGroup)],
        visibilityConfig: visibility(this.aclName),
        tags: { Name: this.aclName },
      },
      { parent: this },
    );
    new aws.wafv2.WebAclAssociation(
      name,
      { resourceArn: args.balancerArn, webAclArn: acl.arn },
      { parent: this },
    );
    this.log(name, acl, args);
    this.registerOutputs({ aclName: this.aclName });
  }

  private log(name: string, acl: aws.wafv2.WebAcl, { scope, key, logDays }: WebAclArgs): void {
    const group = new aws.cloudwatch.LogGroup(
      name,
      { name: this.logGroupName, retentionInDays: logDays, kmsKeyId: key.arn },
      { parent: this },
    );
    const delivery = new aws.cloudwatch.LogResourcePolicy(
      name,
      {
        policyName: this.aclName,
        policyDocument: policyDocument([
          {
            sid: "DeliverWebAclLogsOfThisAccount",
            principals: { Service: ["delivery.logs.amazonaws.com"] },
            actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
            resources: [regionalArn(scope, "logs", `log-group:${this.logGroupName}:log-stream:*`)],
            conditions: {
              StringEquals: { "aws:SourceAccount": scope.accountId },
              ArnLike: { "aws:SourceArn": regionalArn(scope, "logs", "*") },
            },
          },
        ]),
      },
      { parent: this },
    );
    new aws.wafv2.WebAclLoggingConfiguration(
      name,
      {
        resourceArn: acl.arn,
        logDestinationConfigs: [group.arn],
        redactedFields: secretHeaders.map((header) => ({ singleHeader: { name: header } })),
      },
      { parent: this, dependsOn: [delivery] },
    );
  }
}

function visibility(metricName: string): aws.types.input.wafv2.WebAclVisibilityConfig {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}

function rateLimit(limit: number): Rule {
  return {
    name: "rate-limit",
    priority: 0,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: { limit, aggregateKeyType: "IP", evaluationWindowSec: 300 },
    },
    visibilityConfig: visibility("rate-limit"),
  };
}

function managedGroup(group: string, position: number): Rule {
  return {
    name: group,
    priority: (position + 1) * 10,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
    visibilityConfig: visibility(group),
  };
}
