import { CONTAINER_HOLDERS } from "../../aws/container-definitions";
import { anyCase } from "../../reading/any-case";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { eachContainer, failAt } from "../../shapes/each-container";
import { pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly accountDefault: string;
}

export const control = defineControl<Parameters>({
  id: "ECS-14",
  name: "ecs-container-log-non-blocking",
  title: "Log drivers do not block their containers",
  why: "With a blocking driver an application stands still while its logs cannot be delivered.",
  fix: "Set mode to non-blocking in the options of logConfiguration, with a max-buffer-size.",
  severity: "low",
  enforcement: "advisory",
  types: CONTAINER_HOLDERS,
  parameters: {
    accountDefault: {
      type: "string",
      enum: ["non-blocking", "blocking"],
      // AWS made non-blocking its own default in June 2025; an account may say otherwise.
      default: "non-blocking",
      description: "What the account's defaultLogDriverMode is, for containers that say nothing.",
    },
  },
  resource: (subject, { parameters }) =>
    eachContainer((container) => {
      if (anyCase(container, "logConfiguration").isAbsent) return pass;
      const mode = anyCase(container, "logConfiguration.options.mode");
      const value = valueOr(mode.string(), parameters.accountDefault);
      if (value === undefined) return undetermined(mode);
      return value === "non-blocking"
        ? pass
        : failAt(mode, text`the log driver blocks; required: non-blocking.`);
    })(subject),
  references: {
    nist80053: ["CP-10", "SC-5"],
    wellArchitected: ["REL04-BP02", "REL05-BP01"],
    prowler: ["ecs_task_definitions_logging_block_mode"],
  },
});
