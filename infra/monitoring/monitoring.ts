import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { CompositeAlarms } from "./composite-alarms";
import { Dashboards } from "./dashboards";
import { EventAlerts } from "./event-alerts";
import { MetricAlarms } from "./metric-alarms";
import { monitoringAnswers } from "./monitoring-answers";
import type { MonitoringArgs } from "./monitoring-args";
import { monitoringProblems } from "./monitoring-problems";
import { Mutes } from "./mutes";
import { Notifications } from "./notifications";
import { type MonitoringPlan, planMonitoring } from "./plan";
import { eventIds } from "./planned-event";
import type { Severity } from "./severity";
import { stopLabels } from "./stop-alarms";
import { Telemetry } from "./telemetry";
import { topicThings } from "./topic-things";
import { undeliveredThing } from "./undelivered";

/**
 * Everything that watches an environment, out of what its layers declare: nothing that is declared can be left unwatched.
 *
 * Which things there are depends on what is declared and on the names of subscribers and mutes; sizes change thresholds.
 *
 * @throws Error naming everything that `monitoringProblems` finds, before anything is registered
 */
export class Monitoring extends pulumi.ComponentResource {
  /** ARN of each severity's topic, for whoever else has something to tell. */
  public readonly topicArns: Readonly<Record<Severity, pulumi.Output<string>>>;
  /** Queue of what could not be delivered, for the environment's other rules, and the key that encrypts it, by ARN. */
  public readonly undelivered: {
    readonly arn: pulumi.Output<string>;
    readonly keyArn: pulumi.Output<string>;
  };
  /** Alarms that tell that users suffer now, by ARN: whoever tries something stops by them. */
  public readonly stopAlarmArns: readonly pulumi.Output<string>[];
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = monitoringProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`monitoring "${name}"`, problems));
    super("platform:monitoring:Monitoring", name, {}, opts);
    const { scope, sizes, owner, criticality } = args;

    const notifications = new Notifications(
      `${name}-notify`,
      {
        scope,
        subscriptions: sizes.subscriptions,
        topics: args.topics ?? [],
        protect: sizes.protect,
        owner,
        criticality,
      },
      { parent: this },
    );
    const plan = planMonitoring(args);
    const alarms = this.build(name, args, plan, notifications);

    this.topicArns = notifications.topicArns;
    this.undelivered = { arn: notifications.undeliveredArn, keyArn: notifications.keyArn };
    this.stopAlarmArns = stopLabels(plan.alarms).flatMap((label) => alarms.byLabel[label]?.arn ?? []);
    this.declarations = [
      undeliveredThing(args),
      ...topicThings(args),
      ...notifications.declarations,
      ...monitoringAnswers(name, plan),
    ];
    this.registerOutputs({ topicArns: this.topicArns, undelivered: this.undelivered });
  }

  private build(
    name: string,
    { scope, subjects, owner, sizes }: MonitoringArgs,
    plan: MonitoringPlan,
    { topicArns, undeliveredArn, ready, watchedKey, keyArn }: Notifications,
  ): MetricAlarms {
    const told = { parent: this, dependsOn: [...ready] };
    const alarms = new MetricAlarms(`${name}-alarm`, { scope, alarms: plan.alarms, topicArns }, told);
    const composites = new CompositeAlarms(
      `${name}-composite`,
      { scope, composites: plan.composites, topicArns },
      { parent: this, dependsOn: [...ready, alarms] },
    );
    new Mutes(`${name}-mute`, { mutes: plan.mutes }, { parent: this, dependsOn: [alarms, composites] });
    new Dashboards(`${name}-dashboard`, { scope, dashboards: plan.dashboards }, { parent: this });
    new Telemetry(
      `${name}-telemetry`,
      { scope, plan: plan.telemetry, sizes: sizes.telemetry, keyArn },
      { parent: this },
    );
    new EventAlerts(
      `${name}-event`,
      {
        scope,
        events: plan.events,
        ids: eventIds([...subjects, watchedKey]),
        topicArns,
        undeliveredArn,
        owner,
      },
      told,
    );
    return alarms;
  }
}
