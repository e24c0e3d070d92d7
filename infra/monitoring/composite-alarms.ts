import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../core/scope";
import type { PlannedComposite } from "./composites";
import { describe } from "./description";
import { environmentDashboard, workloadDashboard } from "./planned-alarm";
import type { Severity } from "./severity";

/** Arguments of {@link CompositeAlarms}. */
export interface CompositeAlarmsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is to be built, each after those that it looks at. */
  readonly composites: readonly PlannedComposite[];
  /** Topic of each severity. */
  readonly topicArns: Readonly<Record<Severity, pulumi.Input<string>>>;
}

/**
 * How long nobody is called before a deployment is seen, and after it is over, in seconds: Container Insights tells of it a
 * minute or two late.
 */
const suppression = { waitPeriod: 120, extensionPeriod: 180 };

/** Alarms over alarms: one call for one trouble, however many see it. */
export class CompositeAlarms extends pulumi.ComponentResource {
  public constructor(name: string, args: CompositeAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:CompositeAlarms", name, {}, opts);
    const built = new Map<string, aws.cloudwatch.CompositeAlarm>();
    for (const composite of args.composites) {
      const below = composite.children.flatMap((child) => built.get(child) ?? []);
      built.set(composite.name, this.composite(`${name}-${composite.label}`, composite, args, below));
    }
    this.registerOutputs();
  }

  private composite(
    name: string,
    composite: PlannedComposite,
    { scope, topicArns }: CompositeAlarmsArgs,
    below: readonly pulumi.Resource[],
  ): aws.cloudwatch.CompositeAlarm {
    const { meaning, owner, runbook, workload, suppressor, tells, criticality } = composite;
    const dashboard = workload === undefined ? environmentDashboard : workloadDashboard(workload);
    return new aws.cloudwatch.CompositeAlarm(
      name,
      {
        alarmName: composite.name,
        alarmDescription: describe(scope, { meaning, owner, runbook, dashboard }),
        alarmRule: composite.rule,
        alarmActions: [topicArns[tells]],
        okActions: [topicArns[tells]],
        ...(suppressor === undefined ? {} : { actionsSuppressor: { alarm: suppressor, ...suppression } }),
        tags: {
          Name: composite.name,
          Owner: owner,
          Criticality: criticality,
          ...(workload === undefined ? {} : { Service: workload }),
        },
      },
      { parent: this, dependsOn: [...below] },
    );
  }
}
