import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const rotation = (rotationRules: unknown) => ({
  rotation: aws("secretsmanager/secretRotation:SecretRotation", { secretId: UNKNOWN, rotationRules }),
});

fixtures("secret-rotation-frequent", {
  pass: {
    "the longest interval that is allowed": rotation({ automaticallyAfterDays: 90 }),
    "a rate in days": rotation({ scheduleExpression: "rate(90 days)" }),
    "a rate in hours": rotation({ scheduleExpression: "rate(12 hours)" }),
    "every month": rotation({ scheduleExpression: "cron(0 4 1 * ? *)" }),
  },
  fail: {
    "a day more": rotation({ automaticallyAfterDays: 91 }),
    "a rate of a day more": rotation({ scheduleExpression: "rate(91 days)" }),
    "no interval": rotation({ duration: "2h" }),
  },
  unknown: {
    "rules that are computed": rotation(UNKNOWN),
    "an interval that is computed": rotation({ automaticallyAfterDays: UNKNOWN }),
    "a schedule that cannot be read": rotation({ scheduleExpression: "now and then" }),
  },
  unset: {
    "a rotation without rules": [
      "fail",
      { rotation: aws("secretsmanager/secretRotation:SecretRotation", { secretId: UNKNOWN }) },
    ],
  },
  alias: { none: "one token" },
});
