import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { FrontDoorTarget } from "./front-door-args";
import {
  acceptableBacklog,
  backlogParts,
  type MetricPart,
  runningInstances,
  scalingTargets,
} from "./scaling";
import type { Workload } from "./workload";

/** Arguments of {@link FleetScaling}. */
export interface FleetScalingArgs {
  /** What is scaled. */
  readonly workload: Workload;
  /** Name of its Auto Scaling group. */
  readonly groupName: string;
  /** Its Auto Scaling group; it has to be there first. */
  readonly group: aws.autoscaling.Group;
  /**
   * Target group whose requests are counted.
   *
   * @default - the front door does not lead to it
   */
  readonly target?: FrontDoorTarget;
}

type Tracking = aws.types.input.autoscaling.PolicyTargetTrackingConfiguration;

/** Scales a fleet between its minimum and its maximum: by CPU, requests, and what waits in its queues. */
export class FleetScaling extends pulumi.ComponentResource {
  public constructor(name: string, args: FleetScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FleetScaling", name, {}, opts);
    this.policy(`${name}-cpu`, args, {
      targetValue: scalingTargets.cpuPercent,
      predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
    });
    if (args.target !== undefined) {
      const { resourceLabel } = args.target;
      this.policy(`${name}-requests`, args, {
        targetValue: scalingTargets.requestsPerTarget,
        predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel },
      });
    }
    const running = runningInstances(args.groupName);
    for (const { key, name: queue, ageObjectiveSeconds } of args.workload.uses.queues) {
      this.policy(`${name}.${key}`, args, {
        targetValue: acceptableBacklog(ageObjectiveSeconds),
        customizedMetricSpecification: { metrics: backlogParts(queue, running).map(metricQuery) },
      });
    }
    this.registerOutputs({});
  }

  private policy(name: string, { group }: FleetScalingArgs, tracking: Tracking): void {
    new aws.autoscaling.Policy(
      name,
      {
        name,
        policyType: "TargetTrackingScaling",
        autoscalingGroupName: group.name,
        targetTrackingConfiguration: tracking,
      },
      { parent: this },
    );
  }
}

function metricQuery(
  part: MetricPart,
): aws.types.input.autoscaling.PolicyTargetTrackingConfigurationCustomizedMetricSpecificationMetric {
  if ("expression" in part) return part;
  const { id, returnData, metric } = part;
  const { stat, namespace, metricName, dimensions } = metric;
  return {
    id,
    returnData,
    metricStat: {
      stat,
      metric: {
        namespace,
        metricName,
        dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
      },
    },
  };
}
