import { arnPart, coverageOf } from "../../aws/backup-coverage";
import { backupTagsParameter, type BackupTags, hasBackupTag } from "../../aws/backup-tags";
import { INSTANCES } from "../../aws/instances";
import { tokens } from "../../aws/tokens";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly owned: boolean;
  readonly backupTags: BackupTags;
}

const VOLUMES = tokens("ebs/volume:Volume");
const ATTACHMENTS = tokens("ec2/volumeAttachment:VolumeAttachment");

function arnOf({ type, outputs }: StackResource) {
  const kind = VOLUMES.includes(type) ? "volume" : "instance";
  return { service: "ec2", path: `${kind}/${arnPart(outputs.at("id"))}` };
}

function judge(stack: StackIndex, volume: StackResource, { owned, backupTags }: Parameters): Outcome {
  const instances = stack
    .referrers(volume, "volumeId", ATTACHMENTS)
    .flatMap((attachment) => stack.targets(attachment, "instanceId", INSTANCES).found);
  // The backup of an instance holds its volumes.
  const either = [volume, ...instances];
  if (either.some((each) => hasBackupTag(each, backupTags))) return pass;
  const found = either.map((each) => coverageOf(stack, each, arnOf));
  if (found.some(({ taken }) => taken === "yes")) return pass;
  if (!owned) return notApplicable("Backup plans may belong to another stack");
  const open = found.find(({ taken }) => taken === "maybe");
  return open
    ? undetermined("", open.waitsFor)
    : fail("", text`no backup selection of this stack takes the volume, by ARN or by tags.`);
}

export const control = defineControl<Parameters>({
  id: "EC2-18",
  name: "ebs-volume-backed-up",
  title: "EBS volumes are covered by a backup plan",
  why: "A volume lives in one zone, and what is deleted on it is gone.",
  fix: "Name the volume, its instance or a tag of theirs in an aws.backup.Selection.",
  severity: "medium",
  enforcement: "advisory",
  types: VOLUMES,
  parameters: {
    owned: {
      type: "boolean",
      default: false,
      description: "The backup plans for volumes belong to this stack: each volume must be in one.",
    },
    backupTags: backupTagsParameter,
  },
  stack: (stack, { parameters }) =>
    stack.ofTypes(VOLUMES).map((volume) => located(volume, judge(stack, volume, parameters))),
  references: {
    securityHub: ["EC2.28"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SC-5(2)", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    checkov: ["CKV2_AWS_9"],
    cdkNag: ["EC2EBSInBackupPlan"],
    awsConfig: [
      "ebs-in-backup-plan",
      "ebs-resources-protected-by-backup-plan",
      "ec2-resources-protected-by-backup-plan",
    ],
    prowler: ["ec2_ebs_volume_protected_by_backup_plan"],
    pulumi: ["PB:ebs-volume-in-backup-plan"],
  },
});
