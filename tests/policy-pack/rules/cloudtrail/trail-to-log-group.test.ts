import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object) => ({
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props }),
});

fixtures("trail-to-log-group", {
  pass: {
    "a trail with group and role": trail({ cloudWatchLogsGroupArn: "g:*", cloudWatchLogsRoleArn: "r" }),
    "a trail with group and role that are computed": trail({
      ...{ cloudWatchLogsGroupArn: UNKNOWN, cloudWatchLogsRoleArn: UNKNOWN },
    }),
  },
  fail: { "a trail without a role": trail({ cloudWatchLogsGroupArn: "g:*" }) },
  unknown: { none: "a group that is computed is a group" },
  unset: { "a trail that delivers to its bucket alone": ["fail", trail({})] },
  alias: { none: "one token" },
});
