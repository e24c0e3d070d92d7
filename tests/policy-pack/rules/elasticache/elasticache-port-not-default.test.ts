import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});
const cluster = (props: object) => ({ cluster: aws("elasticache/cluster:Cluster", { ...props }) });

fixtures("elasticache-port-not-default", {
  pass: { "a group on another port": group({ port: 6380 }) },
  fail: { "a group on the port of Redis": group({ port: 6379 }) },
  unknown: { "a group whose port is computed": group({ port: UNKNOWN }) },
  unset: { "a group that leaves it out": ["fail", group({})] },
  alias: { "a cache on the port of Memcached": cluster({ port: 11211 }) },
  notApplicable: { "a member of a group": cluster({ replicationGroupId: "sessions" }) },
});
