import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { noneOf } from "../../shapes/exclusion";
import { all } from "../../shapes/property";

export const control = defineControl({
  id: "ECS-09",
  name: "ecs-task-no-host-namespaces",
  title: "Tasks share neither processes nor memory with their host",
  why: "A container in the host's namespaces sees, and with rights enough stops, the processes of everyone on it.",
  fix: "Leave pidMode and ipcMode out, or set them to task.",
  severity: "high",
  enforcement: "mandatory",
  types: TASK_DEFINITIONS,
  resource: all(noneOf("pidMode", ["host"]), noneOf("ipcMode", ["host"])),
  references: {
    securityHub: ["ECS.3"],
    nist80053: ["CA-9(1)", "CM-2", "SC-39"],
    wellArchitected: ["SEC06-BP05"],
    checkov: ["CKV_AWS_335"],
    awsConfig: ["ecs-task-definition-pid-mode-check"],
    prowler: ["ecs_task_definitions_host_namespace_not_shared"],
  },
});
