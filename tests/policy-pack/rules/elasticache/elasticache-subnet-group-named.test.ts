import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});
const cluster = (props: object) => ({ cluster: aws("elasticache/cluster:Cluster", { ...props }) });

fixtures("elasticache-subnet-group-named", {
  pass: {
    "a group with one": group({ subnetGroupName: "data" }),
    "a group with one that is made here": group({ subnetGroupName: UNKNOWN }),
  },
  fail: { "a group with the default one": group({ subnetGroupName: "default" }) },
  unknown: { none: "a name that is not known yet is a name" },
  unset: { "a group that leaves it out": ["fail", group({})] },
  alias: { "a cache that leaves it out": cluster({ engine: "memcached" }) },
  notApplicable: { "a member of a group": cluster({ replicationGroupId: "sessions" }) },
});
