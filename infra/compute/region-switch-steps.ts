import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { found } from "../core/found";
import type { Region } from "../core/region";
import type { Running } from "./running";

type Steps = NonNullable<aws.types.input.arcregionswitch.PlanWorkflow["steps"]>;
type Step = aws.types.input.arcregionswitch.PlanWorkflowStep;
type GrowingStep = aws.types.input.arcregionswitch.PlanWorkflowStepParallelConfigStep;

/** Names of what has to be as large as it is where the switch comes from before anybody is led here. */
export interface Switched {
  /** Services. */
  readonly services: readonly string[];
  /** Fleets. */
  readonly fleets: readonly string[];
}

/** What the steps of a switch are made of. */
export interface SwitchStepsArgs {
  /** What grows, in both Regions. */
  readonly switched: Switched;
  /** What runs in each of the two Regions. */
  readonly running: readonly [Running<pulumi.Input<string>>, Running<pulumi.Input<string>>];
  /** Role of whoever says that the domain may be moved, by ARN. */
  readonly approvalRole: string;
  /** Domain that both Regions answer for; nothing where each has its own, so that there is nothing to move. */
  readonly shared:
    | {
        readonly domain: string;
        readonly hostedZoneId: string;
        /** Both Regions, by which the domain's two records are told apart. */
        readonly regions: readonly [Region, pulumi.Input<Region>];
      }
    | undefined;
}

/** How much, and in which time, services and fleets grow alike. */
const growth = {
  capacityMonitoringApproach: "sampledMaxInLast24Hours",
  /** Percent of what ran in the other Region at its busiest within a day. */
  targetPercent: 100,
  /** Half of what the most critical word has in all. */
  timeoutMinutes: 30,
  /**
   * Percent of it that is enough where the switch does not wait: what is left comes by scaling, and a Region into which everybody
   * fails over may not have more.
   */
  ungraceful: { minimumSuccessPercentage: 80 },
};

/** Minutes for an answer: what is restored takes its time, and the runbook `switch-region` waits as long. */
const approvalMinutes = 240;

/**
 * Steps that make a Region serve, the same in both directions: everything that is needed grows, a person says that the data are there
 * and sound, and only then the domain is moved.
 */
export function switchSteps(args: SwitchStepsArgs): Steps {
  return [grow(args), approve(args), ...moveDomain(args)];
}

function grow({ switched, running }: SwitchStepsArgs): Step {
  return {
    name: "grow",
    description: "As much as ran where the switch comes from, at its busiest in the last day",
    executionBlockType: "Parallel",
    parallelConfigs: [
      {
        steps: [
          ...switched.services.map((service) => growService(service, running)),
          ...switched.fleets.map((fleet) => growFleet(fleet, running)),
        ],
      },
    ],
  };
}

function growService(service: string, running: SwitchStepsArgs["running"]): GrowingStep {
  return {
    name: `service-${service}`,
    executionBlockType: "ECSServiceScaling",
    ecsCapacityIncreaseConfigs: [
      {
        services: running.map(({ clusterArn, serviceArns }) => ({
          clusterArn,
          serviceArn: found(serviceArns, service),
        })),
        ...growth,
      },
    ],
  };
}

function growFleet(fleet: string, running: SwitchStepsArgs["running"]): GrowingStep {
  return {
    name: `fleet-${fleet}`,
    executionBlockType: "EC2AutoScaling",
    ec2AsgCapacityIncreaseConfigs: [
      {
        asgs: running.map(({ groupArns }) => ({ arn: found(groupArns, fleet) })),
        ...growth,
      },
    ],
  };
}

function approve({ approvalRole }: SwitchStepsArgs): Step {
  return {
    name: "data-are-sound",
    description: "Somebody has restored the data, tried them by the Region's own name, and answers for it",
    executionBlockType: "ManualApproval",
    executionApprovalConfigs: [{ approvalRole, timeoutMinutes: approvalMinutes }],
  };
}

function moveDomain({ shared }: SwitchStepsArgs): readonly Step[] {
  if (shared === undefined) return [];
  const { domain, hostedZoneId, regions } = shared;
  return [
    {
      name: "move-domain",
      description: "The health check of the Region that is left is unhealthy from now on",
      executionBlockType: "Route53HealthCheck",
      route53HealthCheckConfigs: [
        {
          hostedZoneId,
          recordName: domain,
          recordSets: regions.map((region) => ({ recordSetIdentifier: region, region })),
        },
      ],
    },
  ];
}
