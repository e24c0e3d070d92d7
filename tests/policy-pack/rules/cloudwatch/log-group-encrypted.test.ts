import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("cloudwatch/logGroup:LogGroup", { ...props }) });

fixtures("log-group-encrypted", {
  pass: {
    "a group with a key": group({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    "a group with a key that is computed": group({ kmsKeyId: UNKNOWN }),
  },
  fail: { "a group whose key is blank": group({ kmsKeyId: "" }) },
  unknown: { none: "a key that is computed is a key" },
  unset: { "a group that leaves it to AWS": ["fail", group({})] },
  alias: { none: "one token" },
});
