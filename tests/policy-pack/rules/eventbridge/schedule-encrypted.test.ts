import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const schedule = (props: object) => ({ schedule: aws("scheduler/schedule:Schedule", { ...props }) });

fixtures("schedule-encrypted", {
  pass: {
    "a schedule with a key": schedule({ kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    "a schedule with a key that is computed": schedule({ kmsKeyArn: UNKNOWN }),
  },
  fail: { "a schedule whose key is blank": schedule({ kmsKeyArn: "" }) },
  unknown: { none: "a key that is computed is a key" },
  unset: { "a schedule that leaves it to AWS": ["fail", schedule({})] },
  alias: { none: "one token" },
});
