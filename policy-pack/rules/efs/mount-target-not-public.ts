import { MOUNT_TARGETS } from "../../aws/file-systems";
import { SUBNETS } from "../../aws/subnets";
import { valueOr } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(stack: StackIndex, target: StackResource): Outcome {
  const place = target.props.at("subnetId");
  const { found } = stack.targets(target, "subnetId", SUBNETS);
  const gives = found.map(({ props }) => valueOr(props.at("mapPublicIpOnLaunch").boolean(), false));
  if (gives.includes(true))
    return fail(place, text`the subnet gives public addresses; required: a private one.`);
  return gives.length === 0 || gives.includes(undefined) ? undetermined(place, found[0]?.urn) : pass;
}

export const control = defineControl({
  id: "EFS-06",
  name: "mount-target-not-public",
  title: "Mount targets lie in subnets that give no public addresses",
  why: "A public subnet is where the internet comes in; files have no business there.",
  fix: "Set subnetId of the aws.efs.MountTarget to a private subnet.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: MOUNT_TARGETS,
  stack: (stack) => stack.ofTypes(MOUNT_TARGETS).map((target) => located(target, judge(stack, target))),
  references: {
    securityHub: ["EFS.6"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["efs_mount_target_not_publicly_accessible"],
  },
});
