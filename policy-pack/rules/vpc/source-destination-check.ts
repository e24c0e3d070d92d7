import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { valueOr } from "../../reading/view";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const INTERFACES = tokens("ec2/networkInterface:NetworkInterface", "ec2/instance:Instance");
const ROUTES = tokens(
  "ec2/route:Route",
  "ec2/routeTable:RouteTable",
  "ec2/defaultRouteTable:DefaultRouteTable",
);

function judge(stack: StackIndex, resource: StackResource): Outcome {
  const place = resource.props.at("sourceDestCheck");
  const isOn = valueOr(place.boolean(), true);
  if (isOn === undefined) return undetermined(place);
  if (isOn) return pass;
  const isAppliance = [...stack.dependents(resource)].some(({ type }) => ROUTES.includes(type));
  return isAppliance
    ? notApplicable("A route leads to it, as to a NAT or firewall appliance")
    : fail(place, text`the check is off and no route of this stack leads here; required: true.`);
}

export const control = defineControl({
  id: "VPC-26",
  name: "source-destination-check",
  title: "Network interfaces keep the source and destination check, unless a route leads to them",
  why: "Without it an instance can send and receive for any address; only appliances need that.",
  fix: "Leave out sourceDestCheck or set it to true.",
  severity: "medium",
  enforcement: "advisory",
  types: INTERFACES,
  stack: (stack) => stack.ofTypes(INTERFACES).map((resource) => located(resource, judge(stack, resource))),
  references: {
    securityHub: ["EC2.180"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    awsConfig: ["ec2-enis-source-destination-check-enabled"],
  },
});
