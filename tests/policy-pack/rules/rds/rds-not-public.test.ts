import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const member = (props: object) => ({ member: aws("rds/clusterInstance:ClusterInstance", { ...props }) });
const shards = (props: object) => ({ shards: aws("rds/shardGroup:ShardGroup", { ...props }) });

fixtures("rds-not-public", {
  pass: {
    "a private instance": instance({ publiclyAccessible: false }),
    "a private instance of a cluster": member({ publiclyAccessible: false }),
    "a private shard group": shards({ publiclyAccessible: false }),
    "an instance of a cluster that leaves it out": member({}),
  },
  fail: { "a public instance": instance({ publiclyAccessible: true }) },
  unknown: {
    "an instance whose setting is computed": instance({ publiclyAccessible: UNKNOWN }),
    "a shard group whose setting is computed": shards({ publiclyAccessible: UNKNOWN }),
  },
  unset: {
    "an instance that leaves it out": ["pass", instance({})],
    "a shard group, for which AWS decides": ["fail", shards({})],
  },
  alias: {
    "a public instance of a cluster": member({ publiclyAccessible: true }),
    "a public shard group": shards({ publiclyAccessible: true }),
  },
});
