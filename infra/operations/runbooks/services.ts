import type { Runbook } from "../runbook";
import { api, call, insist, numberOutput, textOutput, unlessDryRun, wait } from "../step";
import { cluster, reviewed, service } from "./parameters";
import { previousTaskDefinition, waitForTasks } from "./scripts";

const theService = { cluster: "{{ Cluster }}", services: ["{{ Service }}"] };
const scaling = {
  ServiceNamespace: "ecs",
  ScalableDimension: "ecs:service:DesiredCount",
};

const isActive = insist("checkService", "Make sure that the service is active", "ecs.DescribeServices", {
  inputs: theService,
  selector: "$.services[0].status",
  wanted: ["ACTIVE"],
});

const rolledOut = wait("waitForRollout", "Wait until the new tasks have taken over", "ecs.DescribeServices", {
  inputs: theService,
  selector: "$.services[0].deployments[0].rolloutState",
  wanted: ["COMPLETED"],
  seconds: 1800,
});

/** Runbooks of services on ECS. */
export const serviceRunbooks: readonly Runbook[] = [
  {
    id: "restart-service",
    title: "Restart a service",
    purpose: "Replace a service's tasks by new ones of the same version, without interruption",
    ...{ runner: "on-call", escalation: "platform-owner", safe: true, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: { Cluster: cluster, Service: service },
    steps: [
      isActive,
      call("lookAtService", "See what runs", "ecs.DescribeServices", {
        inputs: theService,
        outputs: [
          textOutput("TaskDefinition", "$.services[0].taskDefinition"),
          numberOutput("Running", "$.services[0].runningCount"),
        ],
      }),
      ...unlessDryRun("restart"),
      call(
        "restart",
        "Start new tasks, and stop the old ones once the new ones are healthy",
        "ecs.UpdateService",
        {
          inputs: { cluster: "{{ Cluster }}", service: "{{ Service }}", forceNewDeployment: true },
        },
      ),
      rolledOut,
    ],
    expected: "All tasks of the service are new, of the same version, and healthy",
    lastChanged: reviewed,
  },
  {
    id: "roll-back-service",
    title: "Roll a service back",
    purpose:
      "Bring the version before the current one back, where a deployment did harm that its own alarms did not see",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: { Cluster: cluster, Service: service },
    steps: [
      isActive,
      {
        kind: "script",
        name: "findPrevious",
        says: "Find the version before the current one",
        source: previousTaskDefinition,
        inputs: { cluster: "{{ Cluster }}", service: "{{ Service }}" },
        outputs: [textOutput("Current", "$.Payload.Current"), textOutput("Previous", "$.Payload.Previous")],
        calls: ["ecs.DescribeServices", "ecs.ListTaskDefinitions"].map(api),
      },
      ...unlessDryRun("rollBack"),
      call("rollBack", "Deploy the version before", "ecs.UpdateService", {
        inputs: {
          cluster: "{{ Cluster }}",
          service: "{{ Service }}",
          taskDefinition: "{{ findPrevious.Previous }}",
        },
      }),
      rolledOut,
    ],
    expected:
      "All tasks of the service are of the version before; the next deployment of the program brings the current one back, so mend it first",
    lastChanged: reviewed,
  },
  {
    id: "scale-out-service",
    title: "Scale a service out now",
    purpose:
      "Raise the least number of a service's tasks ahead of load, or because scaling is too slow; a smaller number undoes it",
    ...{ runner: "on-call", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Cluster: cluster,
      Service: service,
      Minimum: { type: "Integer", says: "Least number of tasks from now on, at most the service's maximum" },
    },
    steps: [
      isActive,
      call(
        "lookAtScaling",
        "See between which numbers it scales",
        "application-autoscaling.DescribeScalableTargets",
        {
          inputs: { ...scaling, ResourceIds: ["service/{{ Cluster }}/{{ Service }}"] },
          outputs: [
            numberOutput("Minimum", "$.ScalableTargets[0].MinCapacity"),
            numberOutput("Maximum", "$.ScalableTargets[0].MaxCapacity"),
          ],
        },
      ),
      ...unlessDryRun("scaleOut"),
      call("scaleOut", "Raise the least number", "application-autoscaling.RegisterScalableTarget", {
        inputs: {
          ...scaling,
          ResourceId: "service/{{ Cluster }}/{{ Service }}",
          MinCapacity: "{{ Minimum }}",
        },
      }),
      {
        kind: "script",
        name: "waitForTasks",
        says: "Wait until as many tasks run",
        source: waitForTasks,
        inputs: { cluster: "{{ Cluster }}", service: "{{ Service }}", minimum: "{{ Minimum }}" },
        outputs: [numberOutput("Running", "$.Payload.Running")],
        calls: [api("ecs.DescribeServices")],
      },
    ],
    expected:
      "At least as many tasks run as were asked for; the next deployment of the program sets the number of the size table again, so change it there too",
    lastChanged: reviewed,
  },
];
