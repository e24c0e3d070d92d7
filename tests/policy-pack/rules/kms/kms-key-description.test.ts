import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const key = (props: object) => ({ key: aws("kms/key:Key", { ...props }) });

fixtures("kms-key-description", {
  pass: { "a description": key({ description: "Encrypts the database" }) },
  fail: {
    "what is filled in": key({ description: "Managed by Pulumi" }),
    "an empty one": key({ description: "" }),
  },
  unknown: { "a description that is computed": key({ description: UNKNOWN }) },
  unset: { "no description": ["fail", key({})] },
  alias: { "a replica without": { key: aws("kms/replicaKey:ReplicaKey") } },
});
