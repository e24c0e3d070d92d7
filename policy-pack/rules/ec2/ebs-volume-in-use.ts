import { INSTANCES } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly deleteRootVolumes: boolean;
}

const VOLUMES = tokens("ebs/volume:Volume");
const ATTACHMENTS = tokens("ec2/volumeAttachment:VolumeAttachment");

/** What reads a volume without using it. */
const NO_USE = new Set(tokens("ebs/snapshot:Snapshot", "backup/selection:Selection"));

function judge(stack: StackIndex, volume: StackResource): Outcome {
  if ([...stack.dependents(volume)].some(({ type }) => !NO_USE.has(type))) return pass;
  const open = stack.openReferrer(volume, "volumeId", ATTACHMENTS);
  return open ? undetermined("", open.urn) : fail("", text`nothing in the stack attaches the volume.`);
}

export const control = defineControl<Parameters>({
  id: "EC2-19",
  name: "ebs-volume-in-use",
  title: "Volumes are attached, and root volumes end with their instance",
  why: "A volume that nothing uses is paid for, and its data is forgotten before it is deleted.",
  fix: "Attach the volume with an aws.ec2.VolumeAttachment or remove it; leave out rootBlockDevice.deleteOnTermination.",
  severity: "low",
  enforcement: "advisory",
  types: [...VOLUMES, ...INSTANCES],
  parameters: {
    deleteRootVolumes: {
      type: "boolean",
      default: true,
      description: "Ask that root volumes are deleted with their instance.",
    },
  },
  stack: (stack, { parameters }) => [
    ...stack.ofTypes(VOLUMES).map((volume) => located(volume, judge(stack, volume))),
    ...stack
      .ofTypes(parameters.deleteRootVolumes ? INSTANCES : [])
      .map((instance) =>
        located(instance, oneOf("rootBlockDevice.deleteOnTermination", [true], true)(instance)),
      ),
  ],
  references: {
    nist80053: ["CM-2", "CM-8(1)"],
    wellArchitected: ["COST04-BP03", "SUS02-BP03"],
    awsConfig: ["ec2-volume-inuse-check"],
    prowler: ["ec2_ebs_volume_snapshots_exists"],
    pulumi: ["AG:ec2-volume-inuse", "PB:ebs-unused-volumes-prohibited"],
  },
});
