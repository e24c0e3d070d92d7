import { FILE_SYSTEMS, MOUNT_TARGETS } from "../../aws/file-systems";
import { SUBNETS, zoneOf } from "../../aws/subnets";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** A file system takes one mount target in each zone, so their number is the number of zones. */
const FEWEST = 2;

function judge(stack: StackIndex, fileSystem: StackResource): Outcome {
  const targets = stack.referrers(fileSystem, "fileSystemId", MOUNT_TARGETS);
  const open = stack.openReferrer(fileSystem, "fileSystemId", MOUNT_TARGETS);
  const zones = targets.map((target) => {
    const [subnet] = stack.targets(target, "subnetId", SUBNETS).found;
    return (subnet && zoneOf(subnet)) ?? target.urn;
  });
  const count = new Set(zones).size;
  if (count >= FEWEST) return pass;
  if (open) return undetermined("", open.urn);
  if (count === 0) return notApplicable("Its mount targets are not in this stack");
  return fail("", text`the mount targets lie in ${count} zone; required: at least ${FEWEST}.`);
}

export const control = defineControl({
  id: "EFS-08",
  name: "file-system-multi-az",
  title: "File systems are kept and mounted in several zones",
  why: "A file system of one zone goes down, and can be lost, with it.",
  fix: "Leave out availabilityZoneName, and add an aws.efs.MountTarget in a subnet of each zone.",
  severity: "medium",
  enforcement: "advisory",
  types: FILE_SYSTEMS,
  resource: ({ props }) => {
    const place = props.at("availabilityZoneName");
    return place.isAbsent ? pass : fail(place, text`the file system is kept in one zone.`);
  },
  stack: (stack) =>
    stack
      .ofTypes(FILE_SYSTEMS)
      .filter(({ props }) => props.at("availabilityZoneName").isAbsent)
      .map((fileSystem) => located(fileSystem, judge(stack, fileSystem))),
  references: {
    nist80053: ["CP-10", "SC-36", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    prowler: ["efs_multi_az_enabled"],
    pulumi: ["CP:efs-filesystem-disallow-single-availability-zone"],
  },
});
