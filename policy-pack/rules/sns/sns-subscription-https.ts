import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SNS-06",
  name: "sns-subscription-https",
  title: "Subscriptions deliver over HTTPS, not HTTP",
  why: "What is sent over plain HTTP can be read and changed on the way.",
  fix: "Set protocol to https and use an https endpoint.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("sns/topicSubscription:TopicSubscription"),
  resource: ({ props }) => {
    const protocol = props.at("protocol");
    if (protocol.isUnknown) return undetermined(protocol);
    const isPlain = known(protocol.string())?.toLowerCase() === "http";
    return isPlain ? fail(protocol, text`messages are sent over plain HTTP; required: https.`) : pass;
  },
  references: {
    nist80053: ["SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    prowler: ["sns_subscription_not_using_http_endpoints"],
  },
});
