import { INSTANCES, leavesToTemplate, SPOT_REQUESTS, TEMPLATE_DECIDES } from "../../aws/instances";
import { SUBNETS } from "../../aws/subnets";
import { defineControl, type Located, located } from "../../registry/control";
import { valueOr, type View } from "../../reading/view";
import { oneOf } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TYPES = [...INSTANCES, ...SPOT_REQUESTS];

function hasOwnInterfaces(props: View): boolean {
  return ["networkInterfaces", "primaryNetworkInterface"].some((name) => !props.at(name).isEmpty);
}

function judgeSubnet(stack: StackIndex, instance: StackResource): Outcome {
  const place = instance.props.at("subnetId");
  if (place.isAbsent)
    return fail(
      place,
      text`neither "associatePublicIpAddress" nor "subnetId" is set, so the default subnet gives a public address.`,
    );
  const { found } = stack.targets(instance, "subnetId", SUBNETS);
  if (found.length === 0) return undetermined(place);
  const gives = found.map((subnet) => valueOr(subnet.props.at("mapPublicIpOnLaunch").boolean(), false));
  if (gives.includes(true))
    return fail(place, text`the subnet gives the instance a public address; required: none.`);
  return gives.includes(undefined) ? undetermined(place, found[0]?.urn) : pass;
}

function* judgeLeftToSubnet(stack: StackIndex): Iterable<Located> {
  for (const instance of stack.ofTypes(TYPES)) {
    const { props } = instance;
    const isLeft = props.at("associatePublicIpAddress").isAbsent && !hasOwnInterfaces(props);
    if (isLeft && !leavesToTemplate(props, "subnetId")) yield located(instance, judgeSubnet(stack, instance));
  }
}

export const control = defineControl({
  id: "EC2-06",
  name: "instance-no-public-ip",
  title: "Instances have no public address",
  why: "A public address puts the instance one open port away from the internet.",
  fix: "Set associatePublicIpAddress to false, or place the instance in a subnet that gives no public addresses.",
  severity: "high",
  enforcement: "mandatory",
  types: TYPES,
  resource: (subject) => {
    const { props } = subject;
    if (!props.at("associatePublicIpAddress").isAbsent)
      return oneOf("associatePublicIpAddress", [false])(subject);
    if (hasOwnInterfaces(props)) return notApplicable("The addresses belong to its network interfaces");
    return leavesToTemplate(props, "subnetId")
      ? TEMPLATE_DECIDES
      : notApplicable("The subnet decides, judged with the stack");
  },
  stack: judgeLeftToSubnet,
  references: {
    securityHub: ["EC2.9"],
    nist80053: [
      "AC-21",
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "SC-7",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
    ],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_88"],
    cdkNag: ["EC2InstanceNoPublicIp"],
    awsConfig: ["ec2-instance-no-public-ip"],
    prowler: ["ec2_instance_public_ip"],
    trivy: ["AWS-0009"],
    pulumi: [
      "AG:ec2-instance-no-public-ip",
      "CP:ec2-instance-disallow-public-ip",
      "PB:ec2-instance-disallow-public-ip",
    ],
  },
});
