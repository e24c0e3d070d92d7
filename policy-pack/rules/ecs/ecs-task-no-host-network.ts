import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { noneOf } from "../../shapes/exclusion";

export const control = defineControl({
  id: "ECS-08",
  name: "ecs-task-no-host-network",
  title: "Tasks do not use the host's network",
  why: "On the host's network a container reaches the host's services and those of every other task.",
  fix: "Set networkMode to awsvpc, so that the task has an address and security groups of its own.",
  severity: "medium",
  enforcement: "advisory",
  types: TASK_DEFINITIONS,
  resource: noneOf("networkMode", ["host"]),
  references: {
    securityHub: ["ECS.17"],
    nist80053: ["AC-4", "SC-7", "SC-39"],
    wellArchitected: ["SEC05-BP01", "SEC05-BP02"],
    awsConfig: ["ecs-awsvpc-networking-enabled"],
  },
});
