import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { containerSwitch, eachContainer, onSystem } from "../../shapes/each-container";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ECS-11",
  name: "ecs-container-root-read-only",
  title: "Linux containers cannot write to their root file system",
  why: "An intruder who cannot write cannot replace a program or leave one behind.",
  fix: "Set readonlyRootFilesystem to true, and mount volumes where the container must write.",
  severity: "high",
  enforcement: "mandatory",
  types: CONTAINER_HOLDERS,
  resource: onSystem(
    "Linux",
    eachContainer(
      containerSwitch(
        "readonlyRootFilesystem",
        true,
        text`the container can write to its root file system; required: readonlyRootFilesystem.`,
      ),
    ),
  ),
  references: {
    securityHub: ["ECS.5"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-5", "AC-6"],
    wellArchitected: ["SEC06-BP04", "SEC06-BP05"],
    checkov: ["CKV_AWS_336"],
    awsConfig: ["ecs-containers-readonly-access"],
    prowler: ["ecs_task_definitions_containers_readonly_access"],
  },
});
