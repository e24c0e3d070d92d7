import { INSTANCES } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { isSet } from "../../reading/set";
import { valueOr } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ADDRESSES = tokens("ec2/eip:Eip");
const ASSOCIATIONS = tokens("ec2/eipAssociation:EipAssociation");
const INTERFACES = tokens("ec2/networkInterface:NetworkInterface");

/** What carries the address, by the property that names it. */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  instance: INSTANCES,
  instanceId: INSTANCES,
  networkInterface: INTERFACES,
  networkInterfaceId: INTERFACES,
};

/** Whether a carrier passes on what is meant for others, as a NAT appliance does; nothing where it cannot be told. */
function isAppliance(carriers: readonly StackResource[]): boolean | undefined {
  const checks = carriers.map(({ props }) => valueOr(props.at("sourceDestCheck").boolean(), true));
  if (checks.length === 0 || checks.includes(undefined)) return undefined;
  return checks.every((check) => check === false);
}

function judge(stack: StackIndex, from: StackResource): Outcome {
  const named = Object.keys(CARRIERS).find((property) => isSet(from.props.at(property)));
  if (named === undefined) return notApplicable("The address is for no server");
  const place = from.props.at(named);
  const { found, isOpen } = stack.targets(from, named, CARRIERS[named] ?? []);
  const appliance = isAppliance(found);
  if (appliance === true) return pass;
  const isSure = appliance === false || (found.length === 0 && !isOpen);
  return isSure
    ? fail(place, text`a server gets an address of the internet; required: none.`)
    : undetermined(place);
}

export const control = defineControl({
  id: "EXP-02",
  name: "elastic-ip-not-on-servers",
  title: "Elastic IP addresses belong to gateways and balancers, not to servers",
  why: "A fixed public address goes past the load balancer, its web ACL and its logs.",
  fix: "Put the server behind a load balancer, reach it by Session Manager, and give its way out to a NAT gateway.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: [...ADDRESSES, ...ASSOCIATIONS],
  stack: (stack): readonly Located[] =>
    stack.ofTypes([...ADDRESSES, ...ASSOCIATIONS]).map((from) => located(from, judge(stack, from))),
  references: { nist80053: ["AC-4", "SC-7"], wellArchitected: ["SEC05-BP01"] },
});
