import { PolicyPack } from "@pulumi/policy";

import { decidable, discover } from "./registry/discover";
import { policies } from "./registry/policies";
import { onConfigure } from "./settings/configure";
import { Run } from "./stack/run";
import { openLedger } from "./verdict/ledger";

const controls = decidable(discover());
const run = new Run(controls, openLedger(process.env.POLICY_VERDICTS));

onConfigure((configuration) => run.configure(configuration));

new PolicyPack("well-architected", {
  displayName: "Well-Architected",
  provider: "aws",
  policies: policies(controls, run),
});
