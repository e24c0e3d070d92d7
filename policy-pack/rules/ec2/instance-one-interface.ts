import { INSTANCES } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ATTACHMENTS = tokens("ec2/networkInterfaceAttachment:NetworkInterfaceAttachment");
const FURTHER = ["networkInterfaces", "secondaryNetworkInterfaces"];

function judge(stack: StackIndex, instance: StackResource): Outcome {
  const { props } = instance;
  const [first, ...others] = props.at("networkInterfaces").items();
  const further = [
    ...others,
    ...(first && !props.at("primaryNetworkInterface").isAbsent ? [first] : []),
    ...props.at("secondaryNetworkInterfaces").items(),
    // An interface that is attached comes after the one that an instance starts with.
    ...stack.referrers(instance, "instanceId", ATTACHMENTS),
  ];
  if (further.length > 0)
    return fail("networkInterfaces", text`the instance has ${further.length + 1} interfaces; required: one.`);
  const unknown = FURTHER.map((name) => props.at(name)).find(({ isUnknown }) => isUnknown);
  const open = stack.openReferrer(instance, "instanceId", ATTACHMENTS);
  return unknown || open ? undetermined(unknown ?? "networkInterfaces", open?.urn) : pass;
}

export const control = defineControl({
  id: "EC2-27",
  name: "instance-one-interface",
  title: "Instances have one network interface",
  why: "An instance in two networks is a way around the rules between them.",
  fix: "Remove the further network interfaces; appliances that need them take an exemption.",
  severity: "low",
  enforcement: "advisory",
  types: INSTANCES,
  stack: (stack) => stack.ofTypes(INSTANCES).map((instance) => located(instance, judge(stack, instance))),
  references: {
    securityHub: ["EC2.17"],
    nist80053: ["AC-4(21)", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    awsConfig: ["ec2-instance-multiple-eni-check"],
    prowler: ["ec2_instance_uses_single_eni"],
  },
});
