import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object) => ({
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props }),
});

fixtures("trail-encrypted", {
  pass: {
    "a trail with a key": trail({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    "a trail with a key that is computed": trail({ kmsKeyId: UNKNOWN }),
  },
  fail: { "a trail whose key is blank": trail({ kmsKeyId: "" }) },
  unknown: { none: "a key that is computed is a key" },
  unset: { "a trail that leaves it to AWS": ["fail", trail({})] },
  alias: { none: "one token" },
});
