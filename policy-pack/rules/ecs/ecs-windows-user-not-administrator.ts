import { TASK_DEFINITIONS } from "../../aws/container-definitions";
import { defineControl } from "../../registry/control";
import { containerUser, eachContainer, onSystem } from "../../shapes/each-container";

function isAdministrator(user: string): boolean {
  return user.toLowerCase() === "containeradministrator";
}

export const control = defineControl({
  id: "ECS-18",
  name: "ecs-windows-user-not-administrator",
  title: "Windows containers run as a user other than the administrator",
  why: "The administrator of a container can change its programs and its registry.",
  fix: "Set user of each container, such as ContainerUser.",
  severity: "medium",
  enforcement: "advisory",
  types: TASK_DEFINITIONS,
  resource: onSystem("Windows", eachContainer(containerUser(isAdministrator))),
  references: {
    securityHub: ["ECS.21"],
    nist80053: ["AC-2(1)", "AC-3", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02", "SEC06-BP05"],
  },
});
