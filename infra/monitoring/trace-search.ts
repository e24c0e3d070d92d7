import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";

/** Arguments of {@link TraceSearch}. */
export interface TraceSearchArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions from which traces are sent. */
  readonly regions: readonly Region[];
}

/** Logs that AWS makes by itself for what it is sent. */
const spanLogs = ["aws/spans", "/aws/application-signals/data"] as const;

/**
 * Sends the traces of a Region to CloudWatch Logs. X-Ray takes them by OpenTelemetry's protocol only where this is so, and every
 * span can be searched; one of a hundred is found in X-Ray, too, which costs nothing. An account has one such setting a Region.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Enable-TransactionSearch.html, 2026-11
 */
export class TraceSearch extends pulumi.ComponentResource {
  public constructor(name: string, args: TraceSearchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:TraceSearch", name, {}, opts);
    for (const region of args.regions) this.search(`${name}-${region}`, { ...args.scope, region });
    this.registerOutputs({});
  }

  private search(name: string, scope: Scope): void {
    const { region } = scope;
    const admitted = new aws.cloudwatch.LogResourcePolicy(
      name,
      {
        region,
        policyName: physicalName("log-delivery", scope, "traces"),
        policyDocument: policyDocument(spanDelivery(scope)),
      },
      { parent: this },
    );
    new aws.xray.TraceSegmentDestination(
      name,
      { region, destination: "CloudWatchLogs" },
      // AWS refuses a destination that it may not write to.
      { parent: this, dependsOn: [admitted] },
    );
  }
}

function spanDelivery(scope: Scope): readonly PolicyStatement[] {
  return [
    {
      sid: "DeliverSpansOfThisAccount",
      principals: { Service: ["xray.amazonaws.com"] },
      actions: ["logs:PutLogEvents"],
      resources: spanLogs.map((log) => regionalArn(scope, "logs", `log-group:${log}:*`)),
      conditions: {
        StringEquals: { "aws:SourceAccount": scope.accountId },
        ArnLike: { "aws:SourceArn": regionalArn(scope, "xray", "*") },
      },
    },
  ];
}
