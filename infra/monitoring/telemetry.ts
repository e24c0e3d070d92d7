import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { logProtection } from "./log-protection";
import type { TelemetrySizes } from "./monitoring-args";
import type { PlannedWorkloadTelemetry, TelemetryPlan } from "./planned-telemetry";
import { savedQueries } from "./saved-queries";

/** Arguments of {@link Telemetry}. */
export interface TelemetryArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** How workloads are looked into. */
  readonly plan: TelemetryPlan;
  /** How closely. */
  readonly sizes: TelemetrySizes;
  /** Key that encrypts what is found. */
  readonly keyArn: pulumi.Input<string>;
}

/** Days that something unusual counts as new. */
const anomalyDays = 21;

/** Looks into workloads: into their logs for what must not be there and what is unusual, and into their traces. */
export class Telemetry extends pulumi.ComponentResource {
  public constructor(name: string, args: TelemetryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:Telemetry", name, {}, opts);
    for (const workload of args.plan.workloads) {
      this.logs(`${name}-${workload.workload}`, workload, args);
      if (workload.traced !== undefined) {
        this.traces(`${name}-${workload.workload}`, { ...workload, traced: workload.traced });
      }
    }
    if (args.plan.workloads.length > 0) this.sampling(name, args);
    this.visitors(name, args);
    this.registerOutputs();
  }

  private logs(
    name: string,
    { workload, owner, logs, logArns, detector }: PlannedWorkloadTelemetry,
    { scope, sizes, keyArn }: TelemetryArgs,
  ): void {
    const [logGroupName] = logs;
    if (logGroupName === undefined) return;
    new aws.cloudwatch.LogDataProtectionPolicy(
      name,
      { logGroupName, policyDocument: logProtection(scope, workload) },
      { parent: this },
    );
    new aws.cloudwatch.LogAnomalyDetector(
      name,
      {
        detectorName: detector,
        logGroupArnLists: [...logArns],
        enabled: sizes.anomalies,
        evaluationFrequency: "FIFTEEN_MIN",
        anomalyVisibilityTime: anomalyDays,
        kmsKeyId: keyArn,
        tags: { Name: detector, Service: workload, Owner: owner },
      },
      { parent: this },
    );
    for (const { word, query } of savedQueries) {
      new aws.cloudwatch.QueryDefinition(
        `${name}-${word}`,
        { name: `${scope.environment}/${workload}/${word}`, logGroupNames: [...logs], queryString: query },
        { parent: this },
      );
    }
  }

  private traces(
    name: string,
    { workload, owner, traced }: PlannedWorkloadTelemetry & { readonly traced: string },
  ): void {
    new aws.xray.Group(
      name,
      {
        groupName: traced,
        filterExpression: `service("${traced}")`,
        insightsConfiguration: { insightsEnabled: true, notificationsEnabled: true },
        tags: { Name: traced, Service: workload, Owner: owner },
      },
      { parent: this },
    );
  }

  /** For whoever asks X-Ray how much to trace; workloads are told by their settings. */
  private sampling(name: string, { scope, sizes }: TelemetryArgs): void {
    const ruleName = physicalName("trace-sampling-rule", scope, "requests");
    new aws.xray.SamplingRule(
      name,
      {
        ruleName,
        serviceName: `${scope.environment}-*`,
        serviceType: "*",
        host: "*",
        httpMethod: "*",
        urlPath: "*",
        resourceArn: "*",
        fixedRate: sizes.tracePercent / 100,
        reservoirSize: 1,
        priority: 1000,
        version: 1,
        tags: { Name: ruleName },
      },
      { parent: this },
    );
  }

  /** Who comes to the front door most, and who is refused most. */
  private visitors(name: string, { scope, plan }: TelemetryArgs): void {
    if (plan.webAclLogs.length === 0) return;
    const rules = {
      "refused-visitors": {
        Filters: [{ Match: "$.action", In: ["BLOCK"] }],
        Keys: ["$.httpRequest.clientIp"],
      },
      "frequent-paths": { Filters: [], Keys: ["$.httpRequest.uri"] },
    };
    for (const [word, Contribution] of Object.entries(rules)) {
      const ruleName = physicalName("contributor-insight-rule", scope, word);
      new aws.cloudwatch.ContributorInsightRule(
        `${name}-${word}`,
        {
          ruleName,
          ruleState: "ENABLED",
          ruleDefinition: JSON.stringify({
            Schema: { Name: "CloudWatchLogRule", Version: 1 },
            LogGroupNames: plan.webAclLogs,
            LogFormat: "JSON",
            Contribution,
            AggregateOn: "Count",
          }),
          tags: { Name: ruleName },
        },
        { parent: this },
      );
    }
  }
}
