import { INSTANCES } from "../../aws/instances";
import { isPowerful, roleOf } from "../../aws/role-grants";
import { exposures, SECURITY_GROUPS, type WholeGroup, wholeGroups } from "../../aws/security-group-rules";
import { SUBNETS } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { known, valueOr } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ADDRESSES = tokens("ec2/eip:Eip");
const ADDRESS_ASSOCIATIONS = tokens("ec2/eipAssociation:EipAssociation");

/** Yes, no, or not known. */
type Answer = boolean | undefined;

function hasPublicAddress(stack: StackIndex, instance: StackResource): Answer {
  const addresses = [
    ...stack.referrers(instance, "instance", ADDRESSES),
    ...stack.referrers(instance, "instanceId", ADDRESS_ASSOCIATIONS),
  ];
  if (addresses.length > 0) return true;
  const asked = instance.props.at("associatePublicIpAddress");
  if (!asked.isAbsent) return known(asked.boolean());
  const { found } = stack.targets(instance, "subnetId", SUBNETS);
  const given = found.map((subnet) => valueOr(subnet.props.at("mapPublicIpOnLaunch").boolean(), false));
  if (given.includes(true)) return true;
  return given.length === 0 || given.includes(undefined) ? undefined : false;
}

function isOpen(stack: StackIndex, instance: StackResource, whole: readonly WholeGroup[]): Answer {
  const asked = instance.props.at("vpcSecurityGroupIds");
  // The default group of a VPC admits itself only.
  if (asked.isAbsent && instance.props.at("securityGroups").isAbsent) return false;
  const { found } = stack.targets(instance, "vpcSecurityGroupIds", SECURITY_GROUPS);
  const rules = whole.filter(({ group }) => found.includes(group)).map((each) => each.rules);
  if (rules.some((each) => exposures(each, "certain").length > 0)) return true;
  const isVague =
    rules.length === 0 ||
    asked.items().length > rules.length ||
    rules.some((each) => exposures(each, "possible").length > 0);
  return isVague ? undefined : false;
}

function hasPowerfulRole(stack: StackIndex, instance: StackResource): Answer {
  const [role] = roleOf(stack, instance).found;
  const answer = role ? isPowerful(stack, role) : "maybe";
  return answer === "maybe" ? undefined : answer === "yes";
}

function judge(stack: StackIndex, instance: StackResource, whole: readonly WholeGroup[]): Outcome {
  const place = instance.props.at("iamInstanceProfile");
  if (place.isAbsent) return notApplicable("The instance has no profile");
  const answers = [
    hasPublicAddress(stack, instance),
    isOpen(stack, instance, whole),
    hasPowerfulRole(stack, instance),
  ];
  if (answers.includes(false)) return pass;
  if (answers.includes(undefined)) return undetermined(place);
  return fail(
    place,
    text`the instance has a public address, a group that is open to the internet, and a role with wide rights.`,
  );
}

export const control = defineControl({
  id: "EC2-32",
  name: "internet-facing-instance-role",
  title: "Instances that the internet can reach have no powerful role",
  why: "Whoever takes over a public server has its role, and here the role has the account.",
  fix: "Give the role what the server needs and no more, or take the server off the internet.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: INSTANCES,
  stack: (stack) => {
    const whole = wholeGroups(stack, "ingress");
    return stack.ofTypes(INSTANCES).map((instance) => located(instance, judge(stack, instance, whole)));
  },
  references: {
    nist80053: ["AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP02", "SEC05-BP02"],
    prowler: ["ec2_instance_internet_facing_with_instance_profile"],
  },
});
