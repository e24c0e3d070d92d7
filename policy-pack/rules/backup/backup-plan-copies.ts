import { BACKUP_PLANS } from "../../aws/backup-vaults";
import { isSet } from "../../reading/set";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function copies(rule: View): boolean {
  return (
    rule.at("copyActions").items().length > 0 || isSet(rule.at("targetLogicallyAirGappedBackupVaultArn"))
  );
}

function judge(rules: View): Outcome {
  if (rules.items().some((rule) => !rule.isUnknown && copies(rule))) return pass;
  const unknown = [rules, ...rules.items().flatMap((rule) => [rule, rule.at("copyActions")])].find(
    ({ isUnknown }) => isUnknown,
  );
  const kept = text`no rule copies its backups to another vault or to one that is kept apart.`;
  return unknown ? undetermined(unknown) : fail(rules, kept);
}

export const control = defineControl({
  id: "BKP-04",
  name: "backup-plan-copies",
  title: "Backup plans copy to another vault, or to one that AWS keeps apart",
  why: "Backups beside the data are lost together with the account or the Region.",
  fix: "Add copyActions with a vault of another Region or account, or targetLogicallyAirGappedBackupVaultArn.",
  severity: "low",
  enforcement: "advisory",
  types: BACKUP_PLANS,
  resource: ({ props }) => judge(props.at("rules")),
  references: {
    nist80053: ["CP-6", "CP-6(1)", "CP-9(3)"],
    wellArchitected: ["REL09-BP02", "REL13-BP02"],
    awsConfig: [
      "s3-resources-in-logically-air-gapped-vault",
      "ebs-resources-in-logically-air-gapped-vault",
      "aurora-resources-in-logically-air-gapped-vault",
      "ec2-resources-in-logically-air-gapped-vault",
      "efs-resources-in-logically-air-gapped-vault",
    ],
  },
});
