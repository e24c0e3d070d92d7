import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import { describeProblems } from "../core/problem";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { entries, sharedTypes, sharingProblems, type TelemetrySharing } from "./telemetry-sharing";

/** Arguments of {@link SharedTelemetry}. */
export interface SharedTelemetryArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions of the account. */
  readonly regions: readonly Region[];
  /** What is shared with whom; nothing where it says nothing. */
  readonly sharing: TelemetrySharing;
}

/**
 * Shows metrics, logs and traces of one account in the dashboards and searches of another: a Region of the account that sees has one
 * sink, and each account that is seen has a link to it. Nothing is copied, and nobody can change anything by it.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account.html, 2026-11
 *
 * @throws Error naming everything that `sharingProblems` finds, before anything is registered
 */
export class SharedTelemetry extends pulumi.ComponentResource {
  /** Sink of each Region in which other accounts are seen, by ARN: they name it in what they send. */
  public readonly sinkArns: Readonly<Record<string, pulumi.Output<string>>>;

  public constructor(name: string, args: SharedTelemetryArgs, opts?: pulumi.ComponentResourceOptions) {
    const { scope, regions, sharing } = args;
    const problems = sharingProblems(sharing, { accountId: scope.accountId, regions });
    if (problems.length > 0) throw new Error(describeProblems(`shared telemetry "${name}"`, problems));
    super("platform:monitoring:SharedTelemetry", name, {}, opts);
    const { receives = {}, sends = {} } = sharing;
    this.sinkArns = Object.fromEntries(
      entries(receives).map(([region, accounts]) => [
        region,
        this.sink(`${name}-${region}`, { ...scope, region }, accounts),
      ]),
    );
    for (const [region, sinks] of entries(sends)) {
      for (const sink of sinks) this.link(`${name}-${region}-${accountOf(sink)}`, region, sink);
    }
    this.registerOutputs({ sinkArns: this.sinkArns });
  }

  private sink(name: string, scope: Scope, accounts: readonly string[]): pulumi.Output<string> {
    const { region } = scope;
    const sinkName = physicalName("telemetry-sink", scope, "telemetry");
    const sink = new aws.oam.Sink(
      name,
      { region, name: sinkName, tags: { Name: sinkName } },
      { parent: this },
    );
    new aws.oam.SinkPolicy(
      name,
      { region, sinkIdentifier: sink.arn, policy: policyDocument(sinkStatements(accounts)) },
      { parent: this },
    );
    return sink.arn;
  }

  private link(name: string, region: Region, sinkIdentifier: string): void {
    new aws.oam.Link(
      name,
      { region, sinkIdentifier, labelTemplate: "$AccountName", resourceTypes: [...sharedTypes] },
      { parent: this },
    );
  }
}

function accountOf(sink: string): string {
  return sink.split(":")[4] ?? "";
}

/** Who may show this account what, and nothing beside it. */
function sinkStatements(accounts: readonly string[]): readonly PolicyStatement[] {
  return [
    {
      sid: "AccountsShowTheirTelemetry",
      principals: { AWS: accounts },
      actions: ["oam:CreateLink", "oam:UpdateLink"],
      resources: ["*"],
      conditions: {
        "ForAllValues:StringEquals": { "oam:ResourceTypes": sharedTypes },
        // Of nothing at all, everything would be true.
        Null: { "oam:ResourceTypes": "false" },
      },
      wildcards: { resources: "in a sink's policy, any resource is the sink itself" },
    },
  ];
}
