import { VAULTS } from "../../aws/backup-vaults";
import { tokens } from "../../aws/tokens";
import { isForEveryone } from "../../policy-documents/exposure";
import { selects, statementsOf } from "../../policy-documents/statement";
import { and, not, some, type Truth } from "../../reading/truth";
import type { View } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const LOCKS = tokens("backup/vaultLockConfiguration:VaultLockConfiguration");
const POLICIES = tokens("backup/vaultPolicy:VaultPolicy");
const NAME = "backupVaultName";
const DELETION = "backup:deleterecoverypoint";

/** A policy denies deletion to everyone, where conditions may leave a way for emergencies. */
function denies(policy: View): Truth {
  return some(statementsOf(policy), (statement) =>
    and(not(statement.allows), isForEveryone(statement), selects(statement.actions, DELETION)),
  );
}

function judge(stack: StackIndex, vault: StackResource): Outcome {
  if (stack.referrers(vault, NAME, LOCKS).length > 0) return pass;
  const policies = stack.referrers(vault, NAME, POLICIES);
  const answers = policies.map(({ props }) => denies(props.at("policy")));
  if (answers.includes("yes")) return pass;
  const vague = policies[answers.indexOf("maybe")];
  const open = vague ?? stack.openReferrer(vault, NAME, [...LOCKS, ...POLICIES]);
  if (open) return undetermined("", open.urn);
  return fail("", text`neither a lock nor a policy keeps anyone from deleting recovery points of the vault.`);
}

export const control = defineControl({
  id: "BKP-03",
  name: "backup-vault-locked",
  title: "Recovery points cannot be deleted by hand",
  why: "Who breaks in deletes the backups first.",
  fix: "Add an aws.backup.VaultLockConfiguration, or an aws.backup.VaultPolicy that denies backup:DeleteRecoveryPoint to everyone.",
  severity: "medium",
  enforcement: "advisory",
  types: VAULTS,
  stack: (stack) => stack.ofTypes(VAULTS).map((vault) => located(vault, judge(stack, vault))),
  references: {
    nist80053: ["CP-9", "CP-9(8)", "AC-6"],
    wellArchitected: ["REL09-BP02"],
    awsConfig: ["backup-recovery-point-manual-deletion-disabled"],
  },
});
