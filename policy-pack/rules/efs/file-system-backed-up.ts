import { arnPart, coverageOf } from "../../aws/backup-coverage";
import { backupTagsParameter, type BackupTags, hasBackupTag } from "../../aws/backup-tags";
import { FILE_SYSTEMS } from "../../aws/file-systems";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly backupTags: BackupTags;
}

const POLICIES = tokens("efs/backupPolicy:BackupPolicy");

/** The state of automatic backups; undefined where it is not known. */
function automaticBackups(stack: StackIndex, fileSystem: StackResource): boolean | undefined {
  const policies = stack.referrers(fileSystem, "fileSystemId", POLICIES);
  if (policies.length === 0) {
    if (stack.openReferrer(fileSystem, "fileSystemId", POLICIES)) return undefined;
    // AWS turns them on by itself for a file system of one zone.
    return !fileSystem.props.at("availabilityZoneName").isAbsent;
  }
  const states = policies.map(({ props }) => props.at("backupPolicy.status"));
  if (states.some((state) => known(state.string()) === "ENABLED")) return true;
  return states.some(({ isUnknown }) => isUnknown) ? undefined : false;
}

function judge(stack: StackIndex, fileSystem: StackResource, { backupTags }: Parameters): Outcome {
  const isAutomatic = automaticBackups(stack, fileSystem);
  if (isAutomatic === true || hasBackupTag(fileSystem, backupTags)) return pass;
  const { taken, waitsFor } = coverageOf(stack, fileSystem, ({ outputs }) => ({
    service: "elasticfilesystem",
    path: `file-system/${arnPart(outputs.at("id"))}`,
  }));
  if (taken === "yes") return pass;
  if (isAutomatic === undefined || taken === "maybe") return undetermined("", waitsFor);
  return fail("", text`automatic backups are off, and no backup selection takes the file system.`);
}

export const control = defineControl<Parameters>({
  id: "EFS-03",
  name: "file-system-backed-up",
  title: "File systems are backed up",
  why: "A file system keeps one state: what is deleted or overwritten is gone in every zone.",
  fix: "Add an aws.efs.BackupPolicy with status ENABLED, or name the file system or a tag of it in an aws.backup.Selection.",
  severity: "medium",
  enforcement: "advisory",
  types: FILE_SYSTEMS,
  parameters: { backupTags: backupTagsParameter },
  stack: (stack, { parameters }) =>
    stack
      .ofTypes(FILE_SYSTEMS)
      .map((fileSystem) => located(fileSystem, judge(stack, fileSystem, parameters))),
  references: {
    securityHub: ["EFS.2", "EFS.7"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SC-5(2)", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    checkov: ["CKV2_AWS_18"],
    cdkNag: ["EFSInBackupPlan"],
    awsConfig: ["efs-in-backup-plan", "efs-resources-protected-by-backup-plan"],
    prowler: ["efs_have_backup_enabled"],
  },
});
