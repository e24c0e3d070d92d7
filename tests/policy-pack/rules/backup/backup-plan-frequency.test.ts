import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const plan = (rules: unknown) => ({ plan: aws("backup/plan:Plan", { rules }) });
const rule = (schedule: unknown, deleteAfter: unknown) => ({ schedule, lifecycle: { deleteAfter } });
const DAILY = "cron(0 3 * * ? *)";

fixtures("backup-plan-frequency", {
  pass: {
    "a plan that runs daily and keeps the least": plan([rule(DAILY, 35)]),
    "a plan that runs every hour": plan([rule("rate(1 hour)", 35)]),
    "a plan that keeps for ever": plan([{ schedule: DAILY }]),
    "a plan one of whose rules does both": plan([rule("cron(0 3 ? * SUN *)", 365), rule(DAILY, 35)]),
  },
  fail: {
    "a plan that runs an hour late": plan([rule("rate(25 hours)", 35)]),

    "a plan that keeps a day less": plan([rule(DAILY, 34)]),
    "a plan that runs weekly": plan([rule("cron(0 3 ? * SUN *)", 35)]),
    "a plan whose rules do one each": plan([rule("cron(0 3 1 * ? *)", 365), rule(DAILY, 7)]),
    "a plan with a schedule that is none": plan([rule("every day", 35)]),
  },
  unknown: {
    "a plan whose schedule is computed": plan([rule(UNKNOWN, 35)]),
    "a plan whose retention is computed": plan([rule(DAILY, UNKNOWN)]),
    "a plan whose rules are computed": plan(UNKNOWN),
  },
  unset: {
    "a rule without a schedule, which runs daily": ["pass", plan([{ lifecycle: { deleteAfter: 35 } }])],
    "a plan without rules": ["fail", plan([])],
  },
  alias: { none: "one token" },
});
