import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { containerSwitch, eachContainer } from "../../shapes/each-container";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ECS-10",
  name: "ecs-container-not-privileged",
  title: "Containers are not privileged",
  why: "A privileged container has the rights of root on its host.",
  fix: "Remove privileged, and add the few capabilities that are needed in linuxParameters.",
  severity: "high",
  enforcement: "mandatory",
  types: CONTAINER_HOLDERS,
  resource: eachContainer(
    containerSwitch("privileged", false, text`the container is privileged; required: it is not.`),
  ),
  references: {
    securityHub: ["ECS.4"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-5", "AC-6"],
    wellArchitected: ["SEC03-BP02", "SEC06-BP05"],
    checkov: ["CKV_AWS_334"],
    awsConfig: ["ecs-containers-nonprivileged"],
    prowler: ["ecs_task_definitions_no_privileged_containers"],
  },
});
