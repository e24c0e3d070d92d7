import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "SNS-07",
  name: "sns-subscription-redrive",
  title: "Subscriptions keep what could not be delivered",
  why: "After its last attempt SNS drops the message.",
  fix: "Set redrivePolicy with the ARN of a queue.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("sns/topicSubscription:TopicSubscription"),
  resource: present("redrivePolicy"),
  references: {
    nist80053: ["AU-5", "SI-11"],
    wellArchitected: ["REL05-BP04"],
    cdkNag: ["SNSRedrivePolicy"],
  },
});
