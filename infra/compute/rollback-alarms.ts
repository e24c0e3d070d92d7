import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { ofBoth, otherId } from "../core/both-groups";
import { entryTags } from "../core/catalogue-entry";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { FrontDoorTarget } from "./front-door-args";
import type { Workload } from "./workload";

/** A metric that has to stay below a limit while something new is rolled out. */
export interface RollbackMetric {
  /** What it measures, as the alarm's name ends. */
  readonly word: string;
  /** What is wrong above the limit, in one sentence. */
  readonly description: string;
  /** Namespace of CloudWatch. */
  readonly namespace: string;
  /** Name. */
  readonly metricName: string;
  /** Dimensions. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Statistic. */
  readonly statistic: "Average" | "Maximum";
  /** Smallest value that is too much. */
  readonly limit: number;
}

/** Arguments of {@link RollbackAlarms}. */
export interface RollbackAlarmsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is rolled out. */
  readonly workload: Workload;
  /** What is measured where the front door does not lead to it. */
  readonly metrics: readonly RollbackMetric[];
  /**
   * Target group whose answers are counted instead.
   *
   * @default - the front door does not lead to it
   */
  readonly target?: FrontDoorTarget;
}

/** Largest share of answers that may be errors of the server's, in percent. */
const mostErrorsPercent = 5;

/** Requests in a minute below which a share of errors says nothing. */
const fewRequests = 20;

/** Times the latency objective that the slowest of a hundred answers may take: more than a cold start takes. */
const mostObjectives = 2;

/** Two bad minutes out of three call a deployment off. */
const patience = { evaluationPeriods: 3, datapointsToAlarm: 2, treatMissingData: "notBreaching" } as const;

/**
 * Alarms that call a deployment off and bring the last good one back. They call nobody: who is called, and for what, is for
 * monitoring to say.
 */
export class RollbackAlarms extends pulumi.ComponentResource {
  /** Names of the alarms, known before they exist. */
  public readonly names: readonly string[];
  /** Names of the alarms, once they exist. */
  public readonly existing: readonly pulumi.Output<string>[];

  public constructor(name: string, args: RollbackAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:RollbackAlarms", name, {}, opts);
    const { target } = args;
    const alarms =
      target === undefined
        ? args.metrics.map((metric) => this.metricAlarm(name, metric, args))
        : [this.errorAlarm(name, target, args), this.slownessAlarm(name, target, args)];
    const words = target === undefined ? args.metrics.map(({ word }) => word) : [errorWord, slowWord];
    this.names = words.map((word) => alarmName(args, word));
    this.existing = alarms.map((alarm) => alarm.name);
    this.registerOutputs({ names: this.names });
  }

  private metricAlarm(
    name: string,
    metric: RollbackMetric,
    args: RollbackAlarmsArgs,
  ): aws.cloudwatch.MetricAlarm {
    const { word, description, namespace, metricName, dimensions, statistic, limit } = metric;
    return new aws.cloudwatch.MetricAlarm(
      `${name}-${word}`,
      {
        name: alarmName(args, word),
        alarmDescription: description,
        namespace,
        metricName,
        dimensions,
        statistic,
        period: 60,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: limit,
        ...patience,
        tags: { Name: alarmName(args, word), ...entryTags(args.workload.name, args.workload.spec) },
      },
      { parent: this },
    );
  }

  private errorAlarm(
    name: string,
    target: FrontDoorTarget,
    args: RollbackAlarmsArgs,
  ): aws.cloudwatch.MetricAlarm {
    const requests = joined(target, "SUM", "requests");
    return this.answerAlarm(name, args, {
      word: errorWord,
      description: `More than ${mostErrorsPercent} % of answers are errors of the server's`,
      threshold: mostErrorsPercent,
      queries: [
        ...measure(target, "requests", "RequestCount", "Sum"),
        ...measure(target, "errors", "HTTPCode_Target_5XX_Count", "Sum"),
        {
          id: "share",
          expression: `IF(${requests} >= ${fewRequests}, 100 * FILL(${joined(target, "SUM", "errors")}, 0) / ${requests}, 0)`,
          label: "Share of errors, in percent",
          returnData: true,
        },
      ],
    });
  }

  private slownessAlarm(
    name: string,
    target: FrontDoorTarget,
    args: RollbackAlarmsArgs,
  ): aws.cloudwatch.MetricAlarm {
    const { latencyObjectiveMs } = args.workload.spec;
    return this.answerAlarm(name, args, {
      word: slowWord,
      description: `One of a hundred answers takes more than ${mostObjectives} times the objective`,
      threshold: (mostObjectives * latencyObjectiveMs) / 1000,
      queries: [
        ...measure(target, "requests", "RequestCount", "Sum"),
        ...measure(target, "duration", "TargetResponseTime", "p99"),
        {
          id: "slowest",
          expression: `IF(${joined(target, "SUM", "requests")} >= ${fewRequests}, ${joined(target, "MAX", "duration")}, 0)`,
          label: "Time of the slowest of a hundred, in seconds",
          returnData: true,
        },
      ],
    });
  }

  private answerAlarm(
    name: string,
    args: RollbackAlarmsArgs,
    alarm: AnswerAlarm,
  ): aws.cloudwatch.MetricAlarm {
    const { word, description, threshold, queries } = alarm;
    return new aws.cloudwatch.MetricAlarm(
      `${name}-${word}`,
      {
        name: alarmName(args, word),
        alarmDescription: description,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        ...patience,
        metricQueries: [...queries],
        tags: { Name: alarmName(args, word), ...entryTags(args.workload.name, args.workload.spec) },
      },
      { parent: this },
    );
  }
}

const errorWord = "errors";
const slowWord = "slow";

type Query = aws.types.input.cloudwatch.MetricAlarmMetricQuery;

/** An alarm over how a workload answers. */
interface AnswerAlarm {
  readonly word: string;
  readonly description: string;
  readonly threshold: number;
  readonly queries: readonly Query[];
}

/** A metric of the target group, and of the other one where ECS moves requests between two. */
function measure(
  { resourceLabel, shift }: FrontDoorTarget,
  id: string,
  metricName: string,
  stat: string,
): readonly Query[] {
  const query = (own: string, label: pulumi.Output<string>): Query => ({
    id: own,
    metric: {
      namespace: "AWS/ApplicationELB",
      metricName,
      dimensions: label.apply(targetDimensions),
      period: 60,
      stat,
    },
    returnData: false,
  });
  const others = shift === undefined ? [] : [query(otherId(id), shift.otherLabel)];
  return [query(id, resourceLabel), ...others];
}

/** What {@link measure} says of both groups together. */
function joined({ shift }: FrontDoorTarget, how: "SUM" | "MAX", id: string): string {
  return shift === undefined ? id : ofBoth(how, id);
}

function alarmName({ scope, workload }: RollbackAlarmsArgs, word: string): string {
  return physicalName("alarm", scope, `${workload.name}-rollback-${word}`);
}

/** Dimensions of a target group's metrics, out of its label: `app/<balancer>/<id>/targetgroup/<group>/<id>`. */
export function targetDimensions(resourceLabel: string): { LoadBalancer: string; TargetGroup: string } {
  const parts = resourceLabel.split("/");
  return { LoadBalancer: parts.slice(0, 3).join("/"), TargetGroup: parts.slice(3).join("/") };
}
