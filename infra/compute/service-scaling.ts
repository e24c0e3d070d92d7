import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { FrontDoorTarget } from "./front-door-args";
import { targetDimensions } from "./rollback-alarms";
import {
  acceptableBacklog,
  backlogParts,
  type CountMetric,
  type MetricPart,
  requestParts,
  runningTasks,
  scaleInCooldownSeconds,
  scaleOutCooldownSeconds,
  scalingTargets,
} from "./scaling";
import type { Workload } from "./workload";

/** Arguments of {@link ServiceScaling}. */
export interface ServiceScalingArgs {
  /** What is scaled. */
  readonly workload: Workload;
  /** Name of its cluster. */
  readonly clusterName: string;
  /** Name of its ECS service. */
  readonly serviceName: string;
  /** The ECS service; it has to be there first. */
  readonly service: aws.ecs.Service;
  /**
   * Target group whose requests are counted.
   *
   * @default - the front door does not lead to it
   */
  readonly target?: FrontDoorTarget;
}

type Tracking = aws.types.input.appautoscaling.PolicyTargetTrackingScalingPolicyConfiguration;

/**
 * Scales a service between its minimum and its maximum: by CPU, memory, requests, and what waits in its queues. Each
 * measure may add tasks; they are removed only once all agree.
 */
export class ServiceScaling extends pulumi.ComponentResource {
  public constructor(name: string, args: ServiceScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:ServiceScaling", name, {}, opts);
    const scaled = this.scaled(name, args);
    const track = (suffix: string, tracking: Tracking): void => {
      this.policy(`${name}${suffix}`, scaled, tracking);
    };

    track("-cpu", predefined("ECSServiceAverageCPUUtilization", scalingTargets.cpuPercent));
    track("-memory", predefined("ECSServiceAverageMemoryUtilization", scalingTargets.memoryPercent));
    const running = runningTasks(args.clusterName, args.serviceName);
    if (args.target !== undefined) track("-requests", byRequests(args.target, running));
    for (const { key, name: queue, ageObjectiveSeconds } of args.workload.uses.queues) {
      track(`.${key}`, {
        targetValue: acceptableBacklog(ageObjectiveSeconds),
        ...cooldowns,
        customizedMetricSpecification: { metrics: backlogParts(queue, running).map(metricQuery) },
      });
    }
    this.registerOutputs({});
  }

  private scaled(
    name: string,
    { workload, clusterName, service }: ServiceScalingArgs,
  ): aws.appautoscaling.Target {
    return new aws.appautoscaling.Target(
      name,
      {
        serviceNamespace: "ecs",
        scalableDimension: "ecs:service:DesiredCount",
        resourceId: pulumi.interpolate`service/${clusterName}/${service.name}`,
        minCapacity: workload.minimum,
        maxCapacity: workload.maximum,
        tags: { Name: name, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  private policy(name: string, scaled: aws.appautoscaling.Target, tracking: Tracking): void {
    new aws.appautoscaling.Policy(
      name,
      {
        name,
        policyType: "TargetTrackingScaling",
        serviceNamespace: scaled.serviceNamespace,
        scalableDimension: scaled.scalableDimension,
        resourceId: scaled.resourceId,
        targetTrackingScalingPolicyConfiguration: tracking,
      },
      { parent: this },
    );
  }
}

const cooldowns = {
  scaleInCooldown: scaleInCooldownSeconds,
  scaleOutCooldown: scaleOutCooldownSeconds,
} as const;

function byRequests({ resourceLabel, shift }: FrontDoorTarget, running: CountMetric): Tracking {
  const tracking = { targetValue: scalingTargets.requestsPerTarget, ...cooldowns };
  if (shift === undefined) {
    const predefinedMetricType = "ALBRequestCountPerTarget";
    return { ...tracking, predefinedMetricSpecification: { predefinedMetricType, resourceLabel } };
  }
  const requests = (label: pulumi.Output<string>): CountMetric => {
    const of = label.apply(targetDimensions);
    const dimensions = { LoadBalancer: of.LoadBalancer, TargetGroup: of.TargetGroup };
    return { namespace: "AWS/ApplicationELB", metricName: "RequestCount", dimensions, stat: "Sum" };
  };
  const metrics = requestParts([requests(resourceLabel), requests(shift.otherLabel)], running);
  return { ...tracking, customizedMetricSpecification: { metrics: metrics.map(metricQuery) } };
}

function predefined(predefinedMetricType: string, targetValue: number): Tracking {
  return { targetValue, ...cooldowns, predefinedMetricSpecification: { predefinedMetricType } };
}

function metricQuery(
  part: MetricPart,
): aws.types.input.appautoscaling.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetric {
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
