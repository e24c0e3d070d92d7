import { INSTANCES, leavesToTemplate, TEMPLATE_DECIDES } from "../../aws/instances";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

export const control = defineControl({
  id: "EC2-22",
  name: "instance-termination-protection",
  title: "Stand-alone instances are protected from termination",
  why: "No group replaces an instance of its own, so one wrong click ends it and its local data.",
  fix: "Set disableApiTermination to true, or run the instance in an Auto Scaling group.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  resource: (subject) => {
    const { props } = subject;
    if (leavesToTemplate(props, "disableApiTermination")) return TEMPLATE_DECIDES;
    if (known(props.at("instanceMarketOptions.marketType").string()) === "spot")
      return notApplicable("Spot instances cannot be protected");
    return oneOf("disableApiTermination", [true], false)(subject);
  },
  references: {
    nist80053: ["CP-10", "SI-13"],
    wellArchitected: ["REL11-BP03"],
    cdkNag: ["AwsSolutions-EC29"],
  },
});
