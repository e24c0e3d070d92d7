import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});

fixtures("elasticache-customer-key", {
  pass: { "a group with a key": group({ kmsKeyId: UNKNOWN }) },
  fail: { "a group with the key of AWS": group({ kmsKeyId: "alias/aws/elasticache" }) },
  unknown: { none: "a key that is not known yet is a key" },
  unset: { "a group without": ["fail", group({})] },
  alias: { "a serverless cache without": { cache: aws("elasticache/serverlessCache:ServerlessCache") } },
});
