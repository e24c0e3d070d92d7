import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption } from "../core/adoption";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { GovernanceSizes } from "./governance-problems";

/** What {@link AnomalyWatch} is made of. */
export interface AnomalyWatchArgs {
  /** Environment that names begin with, account and Region. */
  readonly scope: Scope;
  /** Topic that is told at once. */
  readonly topicArn: pulumi.Input<string>;
  /** Environments that are watched by their tag, too; none before the tag tells cost apart. */
  readonly environments: readonly string[];
  /** How much beyond what is usual is told: both limits have to be passed. */
  readonly limits: GovernanceSizes["anomalies"];
  /**
   * ARN of the monitor of AWS services that is there already.
   *
   * @default - it is made
   */
  readonly servicesMonitor: string | undefined;
}

/** Spending that departs from what is usual, by AWS service and by environment, told at once. */
export class AnomalyWatch extends pulumi.ComponentResource {
  public constructor(name: string, args: AnomalyWatchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:cost:AnomalyWatch", name, {}, opts);
    const monitors = [
      this.monitor(
        `${name}-services`,
        args,
        { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" },
        args.servicesMonitor,
      ),
      ...(args.environments.length === 0
        ? []
        : [
            this.monitor(`${name}-environments`, args, {
              monitorType: "CUSTOM",
              monitorSpecification: environmentsAlone(args.environments),
            }),
          ]),
    ];
    const subscriptionName = physicalName("anomaly", args.scope, name);
    new aws.costexplorer.AnomalySubscription(
      name,
      {
        name: subscriptionName,
        // Immediate telling goes to topics alone; a mail would come once a day.
        frequency: "IMMEDIATE",
        monitorArnLists: monitors.map(({ arn }) => arn),
        subscribers: [{ type: "SNS", address: args.topicArn }],
        thresholdExpression: {
          ands: [
            atLeast("ANOMALY_TOTAL_IMPACT_ABSOLUTE", args.limits.absoluteUsd),
            atLeast("ANOMALY_TOTAL_IMPACT_PERCENTAGE", args.limits.percent),
          ],
        },
        tags: { Name: subscriptionName },
      },
      { parent: this },
    );
    this.registerOutputs();
  }

  private monitor(
    name: string,
    { scope }: AnomalyWatchArgs,
    what: Omit<aws.costexplorer.AnomalyMonitorArgs, "name" | "tags">,
    found?: string,
  ): aws.costexplorer.AnomalyMonitor {
    const monitorName = physicalName("anomaly", scope, name);
    return new aws.costexplorer.AnomalyMonitor(
      name,
      { name: monitorName, tags: { Name: monitorName }, ...what },
      { parent: this, ...adoption(found, ["name", "tags", "tagsAll"]) },
    );
  }
}

function environmentsAlone(environments: readonly string[]): string {
  return JSON.stringify({
    And: null,
    CostCategories: null,
    Dimensions: null,
    Not: null,
    Or: null,
    Tags: { Key: "Environment", MatchOptions: null, Values: environments },
  });
}

function atLeast(
  key: string,
  value: number,
): aws.types.input.costexplorer.AnomalySubscriptionThresholdExpressionAnd {
  return { dimension: { key, matchOptions: ["GREATER_THAN_OR_EQUAL"], values: [String(value)] } };
}
