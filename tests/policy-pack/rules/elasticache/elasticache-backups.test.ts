import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});
const cluster = (props: object) => ({ cluster: aws("elasticache/cluster:Cluster", { ...props }) });
const serverless = (props: object) => ({
  cache: aws("elasticache/serverlessCache:ServerlessCache", { ...props }),
});

fixtures("elasticache-backups", {
  pass: {
    "a group that keeps the least": group({ snapshotRetentionLimit: 1 }),
    "a serverless cache that keeps some": serverless({ engine: "valkey", snapshotRetentionLimit: 7 }),
  },
  fail: { "a group that keeps none": group({ snapshotRetentionLimit: 0 }) },
  unknown: {
    "a group whose retention is computed": group({ snapshotRetentionLimit: UNKNOWN }),
    "a cache that keeps none, whose engine is computed": cluster({ engine: UNKNOWN }),
  },
  unset: { "a group that leaves it out": ["fail", group({})] },
  alias: {
    "a single node of Redis that leaves it out": cluster({ engine: "redis" }),
    "a serverless cache that leaves it out": serverless({ engine: "redis" }),
  },
  notApplicable: {
    Memcached: cluster({ engine: "memcached" }),
    "a member of a group": cluster({ engine: "redis", replicationGroupId: UNKNOWN }),
  },
});

describe("elasticache-backups that asks for a week", () => {
  it("fails a group that keeps a day less", async () => {
    const verdict = async (days: number) =>
      (
        await judge("elasticache-backups", group({ snapshotRetentionLimit: days }), {
          properties: { leastDays: 7 },
        })
      ).verdict;
    assert.deepEqual([await verdict(6), await verdict(7)], ["fail", "pass"]);
  });
});
