import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "ECS-05",
  name: "ecs-task-set-no-public-ip",
  title: "Task sets give their tasks no public address",
  why: "A task with a public address can be reached past the load balancer.",
  fix: "Set networkConfiguration.assignPublicIp of the aws.ecs.TaskSet to false, and use private subnets with endpoints or NAT.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("ecs/taskSet:TaskSet"),
  resource: oneOf("networkConfiguration.assignPublicIp", [false], false),
  references: {
    securityHub: ["ECS.16"],
    nist80053: [
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "SC-7",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
    ],
    wellArchitected: ["SEC05-BP01", "SEC05-BP02"],
    prowler: ["ecs_task_set_no_assign_public_ip"],
  },
});
