import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => aws("rds/instance:Instance", { storageEncrypted: true, ...props });
const cluster = (props: object) => aws("rds/cluster:Cluster", { storageEncrypted: true, ...props });

fixtures("rds-customer-key", {
  pass: {
    "an instance with a key": {
      instance: instance({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    },
    "a cluster with a key that is made here": { cluster: cluster({ kmsKeyId: UNKNOWN }) },
    "a replica whose source has a key": {
      source: instance({ kmsKeyId: UNKNOWN }),
      replica: instance({ replicateSourceDb: ref("source"), storageEncrypted: true }),
    },
  },
  fail: {
    "a replica of its own key, which is AWS's": {
      source: instance({ kmsKeyId: UNKNOWN }),
      replica: aws("rds/instance:Instance", { replicateSourceDb: ref("source"), kmsKeyId: "alias/aws/rds" }),
    },
    "an instance with the key of AWS": { instance: instance({ kmsKeyId: "alias/aws/rds" }) },
    "an instance with the ARN of the key of AWS": {
      instance: instance({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/rds" }),
    },
    "a replica whose source has none": {
      source: instance({ kmsKeyId: "" }),
      replica: aws("rds/instance:Instance", { replicateSourceDb: ref("source") }),
    },
  },
  unknown: {
    "a replica whose source has a key by hearsay": {
      source: instance({ replicateSourceDb: "orders" }),
      replica: aws("rds/instance:Instance", { replicateSourceDb: ref("source") }),
    },
    "a replica of an instance elsewhere": {
      replica: aws("rds/instance:Instance", { replicateSourceDb: "orders" }),
    },
  },
  unset: { "an instance without": ["fail", { instance: instance({}) }] },
  alias: { "a cluster without": { cluster: cluster({}) } },
});
