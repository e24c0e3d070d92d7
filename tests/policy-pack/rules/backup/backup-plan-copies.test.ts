import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const plan = (...rules: readonly unknown[]) => ({ plan: aws("backup/plan:Plan", { rules }) });

fixtures("backup-plan-copies", {
  pass: {
    "a plan that copies": plan({}, { copyActions: [{ destinationVaultArn: UNKNOWN }] }),
    "a plan with a vault that is kept apart": plan({ targetLogicallyAirGappedBackupVaultArn: UNKNOWN }),
  },
  fail: { "a plan with an empty list of copies": plan({ copyActions: [] }) },
  unknown: {
    "a plan whose copies are computed": plan({ copyActions: UNKNOWN }),
    "a plan one of whose rules is computed": plan({}, UNKNOWN),
  },
  unset: { "a plan that leaves it out": ["fail", plan({ ruleName: "daily" })] },
  alias: { none: "one token" },
});
