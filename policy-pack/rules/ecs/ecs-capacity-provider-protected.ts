import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { noneOf } from "../../shapes/exclusion";
import { all, oneOf } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

const GROUP = "autoScalingGroupProvider";

const isProtected = all(
  oneOf(`${GROUP}.managedTerminationProtection`, ["ENABLED"], "DISABLED"),
  // Without managed scaling there is nothing to protect from, and AWS refuses the protection.
  noneOf(`${GROUP}.managedScaling.status`, ["DISABLED"]),
);

export const control = defineControl({
  id: "ECS-16",
  name: "ecs-capacity-provider-protected",
  title: "Capacity providers do not end instances on which tasks run",
  why: "Scaling in would end instances under running tasks.",
  fix: "Set managedTerminationProtection to ENABLED, managedScaling on, and protectFromScaleIn of the group.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ecs/capacityProvider:CapacityProvider"),
  resource: (subject) =>
    subject.props.at(GROUP).isAbsent
      ? notApplicable("The provider has no Auto Scaling group")
      : isProtected(subject),
  references: {
    securityHub: ["ECS.19"],
    nist80053: ["CP-10", "SI-13(5)"],
    wellArchitected: ["REL07-BP03", "REL11-BP03"],
  },
});
