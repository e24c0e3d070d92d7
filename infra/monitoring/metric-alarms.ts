import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Comparison, Metric } from "./alarm-entry";
import { describe } from "./description";
import type { MonitoringArgs } from "./monitoring-args";
import { dashboardOf, type PlannedAlarm } from "./planned-alarm";
import type { Severity } from "./severity";

/** Arguments of {@link MetricAlarms}. */
export interface MetricAlarmsArgs {
  /** Environment, account and Region. */
  readonly scope: MonitoringArgs["scope"];
  /** What is to be built. */
  readonly alarms: readonly PlannedAlarm[];
  /** Topic of each severity. */
  readonly topicArns: Readonly<Record<Severity, pulumi.Input<string>>>;
}

const operators: Readonly<Record<Comparison, string>> = {
  ">": "GreaterThanThreshold",
  ">=": "GreaterThanOrEqualToThreshold",
  "<": "LessThanThreshold",
  "<=": "LessThanOrEqualToThreshold",
};

const plainStatistics: ReadonlySet<string> = new Set(["Average", "Maximum", "Minimum", "Sum", "SampleCount"]);

/** An alarm for each thing that can go wrong. */
export class MetricAlarms extends pulumi.ComponentResource {
  /** The alarms, by their names in every environment. */
  public readonly byLabel: Readonly<Record<string, aws.cloudwatch.MetricAlarm>>;

  public constructor(name: string, args: MetricAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:MetricAlarms", name, {}, opts);
    this.byLabel = Object.fromEntries(
      args.alarms.map((alarm) => [alarm.label, this.alarm(`${name}-${alarm.label}`, alarm, args)]),
    );
    this.registerOutputs();
  }

  private alarm(
    name: string,
    alarm: PlannedAlarm,
    { scope, topicArns }: MetricAlarmsArgs,
  ): aws.cloudwatch.MetricAlarm {
    const { thing, meaning, runbook, patience, override, tells } = alarm;
    const actions = tells === undefined ? [] : [topicArns[tells]];
    return new aws.cloudwatch.MetricAlarm(
      name,
      {
        name: alarm.name,
        alarmDescription: describe(scope, {
          ...{ meaning, owner: thing.owner, runbook, dashboard: dashboardOf(thing) },
          ...(override === undefined ? {} : { override }),
        }),
        comparisonOperator: operators[alarm.comparison],
        threshold: alarm.threshold,
        evaluationPeriods: patience.of,
        datapointsToAlarm: patience.bad,
        treatMissingData: alarm.missing,
        alarmActions: actions,
        okActions: actions,
        ...measured(alarm),
        tags: {
          Name: alarm.name,
          Service: thing.name,
          Owner: thing.owner,
          Criticality: thing.criticality,
        },
      },
      { parent: this },
    );
  }
}

type Measured = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  | "namespace"
  | "metricName"
  | "dimensions"
  | "period"
  | "statistic"
  | "extendedStatistic"
  | "metricQueries"
  | "evaluateLowSampleCountPercentiles"
>;

/** The one metric as it is, or an expression over several. */
function measured({ metrics, expression, patience, meaning }: PlannedAlarm): Measured {
  const period = patience.periodSeconds;
  const [metric] = metrics;
  if (expression === undefined && metric !== undefined) return single(metric, period);
  return {
    metricQueries: [
      ...metrics.map((each) => ({ id: each.id, metric: query(each, period), returnData: false })),
      ...(expression === undefined ? [] : [{ id: "value", expression, label: meaning, returnData: true }]),
    ],
  };
}

function single({ namespace, metricName, dimensions, stat }: Metric, period: number): Measured {
  const common = { namespace, metricName, dimensions: { ...dimensions }, period };
  if (plainStatistics.has(stat)) return { ...common, statistic: stat };
  return { ...common, extendedStatistic: stat, evaluateLowSampleCountPercentiles: "ignore" };
}

function query(
  { namespace, metricName, dimensions, stat }: Metric,
  period: number,
): aws.types.input.cloudwatch.MetricAlarmMetricQueryMetric {
  return { namespace, metricName, dimensions: { ...dimensions }, period, stat };
}
