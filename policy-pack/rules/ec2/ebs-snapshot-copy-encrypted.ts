import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type AccountDefaultParameters, leftToAccount } from "../../shapes/account-default";
import { customerKey } from "../../shapes/customer-key";
import {
  encryptedByDefaultParameter,
  ENCRYPTION_BY_DEFAULT,
  encryptsByDefault,
} from "../../shapes/volumes-encrypted";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";
import type { View } from "../../reading/view";

interface Parameters extends AccountDefaultParameters {
  readonly customerKey: boolean;
}

const COPIES = tokens("ebs/snapshotCopy:SnapshotCopy");
const SNAPSHOTS = tokens("ebs/snapshot:Snapshot");
const VOLUMES = tokens("ebs/volume:Volume");

function saysEncrypted({ props }: StackResource): boolean {
  return known(props.at("encrypted").boolean()) === true;
}

function copiesEncrypted(stack: StackIndex, copy: StackResource): boolean {
  const sources = stack.targets(copy, "sourceSnapshotId", [...SNAPSHOTS, ...COPIES]).found;
  const volumes = sources.flatMap((source) => stack.targets(source, "volumeId", VOLUMES).found);
  return [...sources, ...volumes].some(saysEncrypted);
}

function judgeCopy(copy: View, isOn: boolean): Outcome {
  const place = copy.at("encrypted");
  if (place.isUnknown) return undetermined(place);
  const written = known(place.boolean());
  if (written === true || (written === undefined && isOn)) return pass;
  if (written === false) return fail(place, text`"encrypted" is false; required: true.`);
  return undetermined(copy.at("sourceSnapshotId"));
}

export const control = defineControl<Parameters>({
  id: "EC2-17",
  name: "ebs-snapshot-copy-encrypted",
  title: "Copies of snapshots are encrypted",
  why: "A copy that is not encrypted is all that it takes to get around the encryption of the volume.",
  fix: "Set encrypted to true on the aws.ebs.SnapshotCopy; kmsKeyId names a key of your own.",
  severity: "medium",
  enforcement: "advisory",
  types: COPIES,
  parameters: {
    accountDefault: encryptedByDefaultParameter,
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for encryption with a customer-managed key.",
    },
  },
  ...leftToAccount<Parameters>({
    types: COPIES,
    setBy: ENCRYPTION_BY_DEFAULT,
    turnsOn: encryptsByDefault,
    inherits: copiesEncrypted,
    judge: (subject, isOn, parameters) => [
      judgeCopy(subject.props, isOn),
      ...(parameters.customerKey ? [customerKey("kmsKeyId")(subject)] : []),
    ],
  }),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_183"],
    prowler: ["ec2_ebs_snapshots_encrypted"],
  },
});
