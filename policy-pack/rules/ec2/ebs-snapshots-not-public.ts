import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { byType, oneOf } from "../../shapes/property";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const BLOCKS = tokens("ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess");
const PERMISSIONS = tokens("ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission");
const [BLOCK = "", PERMISSION = ""] = [...BLOCKS, ...PERMISSIONS];

function sharesWithAccount({ props }: Subject): Outcome {
  const place = props.at("accountId");
  if (place.isUnknown) return undetermined(place);
  const isPublic = ["all", "*"].includes(known(place.string()) ?? "");
  return isPublic
    ? fail(place, text`the snapshot is shared with everyone; required: the number of an account.`)
    : pass;
}

export const control = defineControl<Owned>({
  id: "EC2-16",
  name: "ebs-snapshots-not-public",
  title: "EBS snapshots are not public, and the account blocks public sharing",
  why: "Anyone can make a volume of a public snapshot and read all that is on it; such snapshots are searched for.",
  fix: "Share snapshots with accounts only, and set state of aws.ebs.SnapshotBlockPublicAccess to block-all-sharing.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...PERMISSIONS, ...BLOCKS],
  parameters: owned("This stack owns the setting, which a Region of an account has once: it must be there."),
  resource: byType({
    [PERMISSION]: sharesWithAccount,
    // "block-new-sharing" leaves public what is public already.
    [BLOCK]: oneOf("state", ["block-all-sharing"]),
  }),
  stack: ownedExists(BLOCKS, text`this stack owns the block of public snapshots and does not set it.`),
  references: {
    securityHub: ["EC2.1", "EC2.182"],
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
    wellArchitected: ["SEC03-BP07"],
    awsConfig: ["ebs-snapshot-public-restorable-check"],
    prowler: ["ec2_ebs_public_snapshot", "ec2_ebs_snapshot_account_block_public_access"],
    pulumi: ["PB:ebs-snapshot-not-publicly-restorable"],
  },
});
