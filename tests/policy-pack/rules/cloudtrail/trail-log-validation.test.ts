import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object) => ({
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props }),
});

fixtures("trail-log-validation", {
  pass: {
    "a trail with it on": trail({ enableLogFileValidation: true }),
    "a trail with it on, as text": trail({ enableLogFileValidation: "true" }),
  },
  fail: { "a trail with it off": trail({ enableLogFileValidation: false }) },
  unknown: { "a trail with a computed switch": trail({ enableLogFileValidation: UNKNOWN }) },
  unset: { "a trail that leaves it to AWS": ["fail", trail({})] },
  alias: { none: "one token" },
});
