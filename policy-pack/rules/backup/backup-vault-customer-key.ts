import { AIR_GAPPED_VAULTS, VAULTS } from "../../aws/backup-vaults";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";

const ofVault = customerKey("kmsKeyArn");
const ofAirGapped = customerKey("encryptionKeyArn");

export const control = defineControl({
  id: "BKP-01",
  name: "backup-vault-customer-key",
  title: "Backup vaults are encrypted with a key of your own",
  why: "Backups hold everything; with a key of your own its policy says who may restore them, in which account.",
  fix: "Set kmsKeyArn on the aws.backup.Vault, or encryptionKeyArn on the LogicallyAirGappedVault.",
  severity: "medium",
  enforcement: "advisory",
  types: [...VAULTS, ...AIR_GAPPED_VAULTS],
  resource: (subject) => (VAULTS.includes(subject.type) ? ofVault(subject) : ofAirGapped(subject)),
  references: {
    securityHub: ["Backup.1"],
    nist80053: ["CP-9(8)", "SC-13", "SC-28(1)", "SI-12"],
    wellArchitected: ["REL09-BP02"],
    checkov: ["CKV_AWS_166"],
    awsConfig: ["backup-recovery-point-encrypted"],
    prowler: ["backup_vaults_encrypted", "backup_recovery_point_encrypted"],
    pulumi: ["PB:backup-vault-encryption"],
  },
});
