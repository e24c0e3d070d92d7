import { SELECTIONS } from "../../aws/backup-coverage";
import { AIR_GAPPED_VAULTS, BACKUP_PLANS, VAULTS } from "../../aws/backup-vaults";
import { STACK, tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex } from "../../stack/stack-index";
import { fail, pass } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters {
  readonly owned: boolean;
}

const REPORTS = tokens("backup/reportPlan:ReportPlan");

const PARTS: readonly (readonly [part: string, types: readonly string[]])[] = [
  ["vault", [...VAULTS, ...AIR_GAPPED_VAULTS]],
  ["plan", BACKUP_PLANS],
  ["selection", SELECTIONS],
  ["report plan", REPORTS],
];

function judgeParts(stack: StackIndex): readonly Located[] {
  return stack.ofTypes([STACK]).flatMap((root) =>
    PARTS.map(([part, types]) => {
      const missing = text`this stack owns the backups and has no ${setting(part)}.`;
      return located(root, stack.ofTypes(types).length > 0 ? pass : fail("", missing, part));
    }),
  );
}

export const control = defineControl<Parameters>({
  id: "BKP-05",
  name: "backup-in-place",
  title: "The stack that owns the backups has a vault, a plan, a selection and a report",
  why: "A plan without a selection backs up nothing, and without a report nobody notices.",
  fix: "Add the missing one of aws.backup.Vault, Plan, Selection and ReportPlan.",
  severity: "low",
  enforcement: "advisory",
  types: PARTS.flatMap(([, types]) => types),
  parameters: {
    owned: {
      type: "boolean",
      default: false,
      description: "This stack owns the backups of its account and Region: every part must be there.",
    },
  },
  stack: (stack, { parameters }) => (parameters.owned ? judgeParts(stack) : []),
  references: {
    nist80053: ["CP-9", "CP-10"],
    wellArchitected: ["REL09-BP01", "REL09-BP03"],
    prowler: ["backup_plans_exist", "backup_vaults_exist", "backup_reportplans_exist"],
  },
});
