import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object) => ({
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props }),
});

fixtures("trail-is-logging", {
  pass: {
    "a trail with it on": trail({ enableLogging: true }),
    "a trail with it on, as text": trail({ enableLogging: "true" }),
  },
  fail: { "a trail with it off": trail({ enableLogging: false }) },
  unknown: { "a trail with a computed switch": trail({ enableLogging: UNKNOWN }) },
  unset: { "a trail that leaves it to AWS": ["pass", trail({})] },
  alias: { none: "one token" },
});
