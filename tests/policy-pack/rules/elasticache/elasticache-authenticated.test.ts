import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => aws("elasticache/replicationGroup:ReplicationGroup", { ...props });
const serverless = (props: object) => ({
  cache: aws("elasticache/serverlessCache:ServerlessCache", { ...props }),
});

fixtures("elasticache-authenticated", {
  pass: {
    "a group with users": { group: group({ userGroupIds: [UNKNOWN] }) },
    "a group with a token": { group: group({ authToken: UNKNOWN }) },
    "a group with a write-only token": { group: group({ authTokenWo: UNKNOWN, authTokenWoVersion: 1 }) },
    "a serverless cache with users": serverless({ engine: "valkey", userGroupId: UNKNOWN }),
    "a group that has joined one with users": {
      first: group({ userGroupIds: ["users"] }),
      whole: aws("elasticache/globalReplicationGroup:GlobalReplicationGroup", {
        primaryReplicationGroupId: ref("first"),
      }),
      second: group({ globalReplicationGroupId: ref("whole") }),
    },
  },
  fail: { "a group with an empty list of users": { group: group({ userGroupIds: [] }) } },
  unknown: {
    "a group that has joined one elsewhere": { second: group({ globalReplicationGroupId: UNKNOWN }) },
    "a serverless cache whose engine is computed": serverless({ engine: UNKNOWN }),
  },
  unset: { "a group that leaves it out": ["fail", { group: group({}) }] },
  alias: { "a serverless cache that leaves it out": serverless({ engine: "redis" }) },
  notApplicable: { "serverless Memcached, which knows no users": serverless({ engine: "memcached" }) },
});
