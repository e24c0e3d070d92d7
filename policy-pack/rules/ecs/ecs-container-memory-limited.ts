import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { anyCase } from "../../reading/any-case";
import { defineControl } from "../../registry/control";
import { eachContainer, failAt } from "../../shapes/each-container";
import { pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const isLimited = eachContainer((container) => {
  const memory = anyCase(container, "memory");
  return memory.isAbsent
    ? failAt(memory, text`neither the task nor the container has a limit of memory; required: one.`)
    : pass;
});

export const control = defineControl({
  id: "ECS-19",
  name: "ecs-container-memory-limited",
  title: "Containers have a hard limit of memory, their own or their task's",
  why: "A container without a limit takes the memory of everything else on its host.",
  fix: "Set memory of the task, or of each container; memoryReservation alone is no limit.",
  severity: "low",
  enforcement: "advisory",
  types: CONTAINER_HOLDERS,
  resource: (subject) => (subject.props.at("memory").isAbsent ? isLimited(subject) : pass),
  references: {
    nist80053: ["SC-5", "SC-6"],
    wellArchitected: ["REL10-BP03", "REL07-BP01"],
    awsConfig: ["ecs-task-definition-memory-hard-limit"],
  },
});
