import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const plan = aws("backup/plan:Plan");
const selection = (planId: unknown) => aws("backup/selection:Selection", { planId });

fixtures("backup-plan-selects", {
  pass: { "a plan with a selection": { plan, selection: selection(ref("plan")) } },
  fail: {
    "a plan without one": { plan },
    "a plan beside the selection of another": { plan, selection: selection("other") },
  },
  unknown: { "a plan beside a selection that cannot be joined": { plan, selection: selection(UNKNOWN) } },
  unset: { none: "a selection must name its plan" },
  alias: { none: "one token" },
});
