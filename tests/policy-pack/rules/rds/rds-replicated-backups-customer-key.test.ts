import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const type = "rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
const replication = (props: object) => ({ replication: aws(type, { ...props }) });
const stream = (kmsKeyId: string) => ({
  stream: aws("rds/clusterActivityStream:ClusterActivityStream", { kmsKeyId }),
});

fixtures("rds-replicated-backups-customer-key", {
  pass: {
    "a replication with a key": replication({ kmsKeyId: UNKNOWN }),
    "a stream with a key": stream("arn:aws:kms:eu-west-1:111122223333:key/1"),
  },
  fail: { "a replication with the key of AWS": replication({ kmsKeyId: "alias/aws/rds" }) },
  unknown: { none: "a key that is not known yet is a key" },
  unset: { "a replication without": ["fail", replication({})] },
  alias: { "a stream with the key of AWS": stream("alias/aws/rds") },
});
