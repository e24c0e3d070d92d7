import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (executeCommandConfiguration: object) => ({
  cluster: aws("ecs/cluster:Cluster", { configuration: { executeCommandConfiguration } }),
});
const logged = (logConfiguration: object) =>
  cluster({ kmsKeyId: UNKNOWN, logging: "OVERRIDE", logConfiguration });

fixtures("ecs-exec-encrypted", {
  pass: {
    "a cluster with a key": cluster({ kmsKeyId: "key-1" }),
    "a cluster with a key that is computed": cluster({ kmsKeyId: UNKNOWN }),
    "a cluster that encrypts its logs": logged({
      ...{ cloudWatchLogGroupName: "/ecs/exec", cloudWatchEncryptionEnabled: true },
      ...{ s3BucketName: "exec", s3BucketEncryptionEnabled: true },
    }),
  },
  fail: {
    "a cluster without a key": cluster({ logging: "DEFAULT" }),
    "a cluster that does not encrypt its group": logged({
      cloudWatchLogGroupName: UNKNOWN,
      cloudWatchEncryptionEnabled: false,
    }),
  },
  unknown: {
    "a cluster whose encryption of the bucket is computed": logged({
      s3BucketName: "exec",
      s3BucketEncryptionEnabled: UNKNOWN,
    }),
  },
  unset: {
    "a cluster that says nothing of its bucket's encryption": ["fail", logged({ s3BucketName: "exec" })],
  },
  alias: { none: "one token" },
  notApplicable: { "a cluster that says nothing of ECS Exec": { cluster: aws("ecs/cluster:Cluster") } },
});
