import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (executeCommandConfiguration: unknown) => ({
  cluster: aws("ecs/cluster:Cluster", { configuration: { executeCommandConfiguration } }),
});
const sentTo = (logConfiguration: object) => cluster({ logging: "OVERRIDE", logConfiguration });

fixtures("ecs-exec-logged", {
  pass: {
    "a cluster that logs as its tasks do": cluster({ logging: "DEFAULT" }),
    "a cluster that logs to a group": sentTo({ cloudWatchLogGroupName: "/ecs/exec" }),
    "a cluster that logs to a bucket": sentTo({ s3BucketName: UNKNOWN }),
  },
  fail: {
    "a cluster that does not log": cluster({ logging: "NONE" }),
    "a cluster that logs to nowhere": sentTo({}),
    "a cluster that logs to a group without a name": sentTo({ cloudWatchLogGroupName: "" }),
  },
  unknown: {
    "a cluster whose logging is computed": cluster({ logging: UNKNOWN }),
    "a cluster whose configuration is computed": cluster(UNKNOWN),
  },
  unset: {
    "a cluster that says nothing, so that AWS logs": ["pass", { cluster: aws("ecs/cluster:Cluster") }],
  },
  alias: { none: "one token" },
});
