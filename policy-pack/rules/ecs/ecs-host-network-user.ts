import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Condition, where } from "../../shapes/condition";
import { containerUser, eachContainer, isRoot } from "../../shapes/each-container";

const ON_HOST_NETWORK: Condition = {
  holds: (task) => {
    const mode = valueOr(task.at("networkMode").string(), "bridge");
    return mode === undefined ? undefined : mode === "host";
  },
  decidedBy: "networkMode",
  otherwise: "The task is not on the host's network",
};

export const control = defineControl({
  id: "ECS-07",
  name: "ecs-host-network-user",
  title: "Containers on the host's network run as a user other than root",
  why: "Root on the host's network can listen on every port and read every packet of the host.",
  fix: "Set user of each container to one that is not root, or use networkMode awsvpc.",
  severity: "high",
  enforcement: "mandatory",
  types: TASK_DEFINITIONS,
  resource: where(ON_HOST_NETWORK, eachContainer(containerUser(isRoot))),
  references: {
    securityHub: ["ECS.1"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-5", "AC-6"],
    wellArchitected: ["SEC03-BP02", "SEC06-BP05"],
    cdkNag: ["ECSTaskDefinitionUserForHostMode"],
    awsConfig: ["ecs-task-definition-user-for-host-mode-check"],
    prowler: ["ecs_task_definitions_host_networking_mode_users"],
    pulumi: ["PB:ecs-task-non-privileged-required"],
  },
});
