import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { AlertTopic } from "../core/alert-topic";
import { physicalName } from "../core/names";
import { globalRegionOf } from "../core/region";
import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";
import { runbookDocumentName } from "../core/runbook-names";
import type { ReachSizes } from "./front-door-failover";

/** Arguments of {@link FrontDoorReach}. */
export interface FrontDoorReachArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name that is asked for: that of the front door's own Region, so that a failover does not change who answers. */
  readonly domain: string;
  /** What is asked, how often, and whether time is taken. */
  readonly sizes: ReachSizes;
  /** Who is called when nobody gets through. */
  readonly owner: string;
}

/**
 * Regions from which is asked: three, the fewest that Route 53 takes, on two continents. One that is in trouble itself is
 * outvoted: an endpoint is healthy as long as more than 18 % of all checkers say so.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html, 2026-11
 */
const checkers = ["eu-west-1", "us-east-1", "us-west-2"] as const;

/** Failures in a row after which a checker calls the front door ill, and answers after which it calls it well: Route 53's own default. */
const failureThreshold = 3;

/** What to do: see whether the Region is unwell, and serve from the other one. */
const runbook: RunbookWord = "switch-region";

/**
 * Whether the front door can be reached from elsewhere. Route 53's checkers ask for it over HTTPS; they accept any certificate,
 * which the canary judges.
 *
 * Route 53 measures in one Region of each partition, where its alarms have to stand. So does the topic on which this one tells: it
 * needs nothing of the Region that cannot be reached. It switches nothing: what stands in another Region has the data of its last
 * copies, and whether that is better than waiting is for people to say.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html, 2026-11
 */
export class FrontDoorReach extends pulumi.ComponentResource {
  /** ARN of the topic on which it is told that nobody gets through. */
  public readonly topicArn: pulumi.Output<string>;

  public constructor(name: string, args: FrontDoorReachArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoorReach", name, {}, opts);
    const scope = { ...args.scope, region: globalRegionOf(args.scope.region) };
    const check = this.check(name, args);
    const topic = new AlertTopic(
      name,
      {
        scope,
        displayName: `Front door of ${scope.environment}`,
        publishers: ["cloudwatch"],
        emails: [],
        keyDeletionWindowDays: 30,
      },
      { parent: this },
    );
    this.alarm(name, args, { scope, checkId: check.id, topicArn: topic.arn });

    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }

  private check(name: string, { domain, sizes, owner }: FrontDoorReachArgs): aws.route53.HealthCheck {
    return new aws.route53.HealthCheck(
      name,
      {
        type: "HTTPS",
        fqdn: domain,
        port: 443,
        enableSni: true,
        resourcePath: sizes.path,
        requestInterval: sizes.intervalSeconds,
        failureThreshold,
        measureLatency: sizes.measureLatency,
        regions: [...checkers],
        tags: { Name: domain, Owner: owner },
      },
      { parent: this },
    );
  }

  private alarm(
    name: string,
    { scope: home, owner }: FrontDoorReachArgs,
    to: {
      readonly scope: Scope;
      readonly checkId: pulumi.Input<string>;
      readonly topicArn: pulumi.Input<string>;
    },
  ): void {
    const { region } = to.scope;
    const alarmName = physicalName("alarm", to.scope, "front-door-reach");
    new aws.cloudwatch.MetricAlarm(
      name,
      {
        region,
        name: alarmName,
        alarmDescription: [
          "The front door does not answer checkers in other Regions.",
          `Owner: ${owner}`,
          `Runbook: ${runbookDocumentName(home, runbook)}`,
          `Look: Route 53, health checks`,
        ].join("\n"),
        namespace: "AWS/Route53",
        metricName: "HealthCheckStatus",
        dimensions: { HealthCheckId: to.checkId },
        statistic: "Minimum",
        comparisonOperator: "LessThanThreshold",
        threshold: 1,
        period: 60,
        evaluationPeriods: 3,
        datapointsToAlarm: 3,
        // What is not measured any more is not known to be well.
        treatMissingData: "breaching",
        alarmActions: [to.topicArn],
        okActions: [to.topicArn],
        tags: { Name: alarmName, Owner: owner },
      },
      { parent: this },
    );
  }
}
