import { QUEUES } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { within } from "../../shapes/property";

interface Parameters {
  readonly leastSeconds: number;
}

/** Four days, which AWS keeps messages where nothing is said. */
const AWS_SECONDS = 345_600;

export const control = defineControl<Parameters>({
  id: "SQS-07",
  name: "sqs-queue-retention",
  title: "Queues keep messages long enough",
  why: "Messages that expire during a long outage are lost.",
  fix: "Set messageRetentionSeconds; 1209600, fourteen days, is the most.",
  severity: "low",
  enforcement: "disabled",
  types: QUEUES,
  parameters: {
    leastSeconds: {
      ...{ type: "integer", minimum: 60, maximum: 1_209_600, default: AWS_SECONDS },
      description: "Shortest retention, in seconds.",
    },
  },
  resource: (subject, { parameters }) =>
    within("messageRetentionSeconds", { least: parameters.leastSeconds }, AWS_SECONDS)(subject),
  references: {
    nist80053: ["SI-12"],
    wellArchitected: ["REL05-BP04"],
    pulumi: ["PB:sqs-message-retention"],
  },
});
