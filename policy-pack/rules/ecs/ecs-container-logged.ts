import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { anyCase } from "../../reading/any-case";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { eachContainer, failAt } from "../../shapes/each-container";
import { pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "ECS-13",
  name: "ecs-container-logged",
  title: "Every container sends its logs somewhere",
  why: "What a container without a log driver says is gone with the container.",
  fix: "Set logConfiguration with a logDriver, such as awslogs, in each container.",
  severity: "high",
  enforcement: "mandatory",
  types: CONTAINER_HOLDERS,
  resource: eachContainer((container) => {
    const driver = anyCase(container, "logConfiguration.logDriver");
    const isSet = driver.isUnknown || !["", undefined].includes(known(driver.string()));
    return isSet ? pass : failAt(driver, text`no log driver is set; required: one.`);
  }),
  references: {
    securityHub: ["ECS.9"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01", "OPS04-BP02"],
    cdkNag: ["AwsSolutions-ECS7"],
    awsConfig: ["ecs-task-definition-log-configuration"],
    prowler: ["ecs_task_definitions_logging_enabled"],
  },
});
