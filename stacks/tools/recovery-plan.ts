import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { catalogue } from "../catalogue";
import { recoveryPlan } from "../recovery/plan";
import { recoveryPlanText } from "../recovery/plan-text";

// The written plan of recovery, from what the catalogue says.
const plan = join(__dirname, "..", "..", "docs", "disaster-recovery.md");
writeFileSync(plan, recoveryPlanText(recoveryPlan(catalogue)));
