import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { containerUser, eachContainer, isRoot, onSystem } from "../../shapes/each-container";

export const control = defineControl({
  id: "ECS-17",
  name: "ecs-linux-user-not-root",
  title: "Linux containers run as a user other than root",
  why: "Whoever breaks out of a container is on the host what he was in the container.",
  fix: "Set user of each container to one that is not root.",
  severity: "medium",
  enforcement: "advisory",
  types: CONTAINER_HOLDERS,
  resource: onSystem("Linux", eachContainer(containerUser(isRoot))),
  references: {
    securityHub: ["ECS.20"],
    nist80053: ["AC-2(1)", "AC-3", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02", "SEC06-BP05"],
    awsConfig: ["ecs-task-definition-nonroot-user"],
  },
});
