import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { MetricAlarms } from "./metric-alarms";
import { monitoringAnswers } from "./monitoring-answers";
import type { MonitoringArgs } from "./monitoring-args";
import { monitoringProblems } from "./monitoring-problems";
import { Notifications } from "./notifications";
import { planMonitoring } from "./plan";
import type { Severity } from "./severity";
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
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = monitoringProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`monitoring "${name}"`, problems));
    super("platform:monitoring:Monitoring", name, {}, opts);
    const { scope, sizes } = args;

    const notifications = new Notifications(
      `${name}-notify`,
      { scope, subscriptions: sizes.subscriptions, protect: sizes.protect },
      { parent: this },
    );
    const { topicArns, ready } = notifications;
    const plan = planMonitoring(args);
    new MetricAlarms(
      `${name}-alarm`,
      { scope, alarms: plan.alarms, topicArns },
      { parent: this, dependsOn: [...ready] },
    );

    this.topicArns = topicArns;
    this.declarations = [
      undeliveredThing(args),
      ...notifications.declarations,
      ...monitoringAnswers(name, plan),
    ];
    this.registerOutputs({ topicArns: this.topicArns });
  }
}
