import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "EVB-02",
  name: "event-target-dead-letters",
  title: "Targets of event rules have a dead-letter queue",
  why: "An event that its target did not take within a day is gone without a trace.",
  fix: "Set deadLetterConfig.arn of the aws.cloudwatch.EventTarget to an SQS queue.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("cloudwatch/eventTarget:EventTarget"),
  resource: present("deadLetterConfig.arn"),
  references: {
    nist80053: ["SI-11"],
    wellArchitected: ["REL04-BP02", "REL05-BP03"],
    cdkNag: ["EventBusDLQ"],
  },
});
