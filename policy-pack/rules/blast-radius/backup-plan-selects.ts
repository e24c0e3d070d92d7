import { SELECTIONS } from "../../aws/backup-coverage";
import { BACKUP_PLANS } from "../../aws/backup-vaults";
import { defineControl } from "../../registry/control";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "BLAST-05",
  name: "backup-plan-selects",
  title: "Each backup plan selects something",
  why: "A plan without a selection backs up nothing, and looks as if it did.",
  fix: "Add an aws.backup.Selection whose planId is the plan's id.",
  severity: "high",
  enforcement: "mandatory",
  types: BACKUP_PLANS,
  stack: satelliteExists({
    of: BACKUP_PLANS,
    types: SELECTIONS,
    property: "planId",
    missing: text`no backup selection belongs to the plan; required: one.`,
  }),
  references: { nist80053: ["CP-9"], wellArchitected: ["REL09-BP01"] },
});
