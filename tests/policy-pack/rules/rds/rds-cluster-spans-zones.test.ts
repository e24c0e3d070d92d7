import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => aws("rds/cluster:Cluster", { engine: "aurora-postgresql", ...props });
const member = (props: object = {}) =>
  aws("rds/clusterInstance:ClusterInstance", { clusterIdentifier: ref("cluster"), ...props });
const readers = (minCapacity: number) =>
  aws("appautoscaling/target:Target", {
    serviceNamespace: "rds",
    scalableDimension: "rds:cluster:ReadReplicaCount",
    resourceId: ref("cluster"),
    minCapacity,
  });

fixtures("rds-cluster-spans-zones", {
  pass: {
    "a cluster with one instance in a zone and one that Aurora places": {
      cluster: cluster({}),
      a: member({ availabilityZone: "eu-west-1a" }),
      b: member(),
    },
    "a cluster with instances in two zones": {
      cluster: cluster({}),
      a: member({ availabilityZone: "eu-west-1a" }),
      b: member({ availabilityZone: "eu-west-1b" }),
    },
    "a cluster whose instances Aurora spreads": { cluster: cluster({}), a: member(), b: member() },
    "a cluster whose readers are scaled": { cluster: cluster({}), a: member(), readers: readers(1) },
    "a cluster of three zones": { cluster: cluster({ dbClusterInstanceClass: "db.m6gd.large" }) },
  },
  fail: {
    "a cluster whose readers are scaled without a least number": {
      cluster: cluster({}),
      a: member(),
      readers: aws("appautoscaling/target:Target", { resourceId: ref("cluster") }),
    },
    "a cluster of scaled readers without an instance": { cluster: cluster({}), readers: readers(1) },
    "a cluster whose readers may be scaled to none": {
      cluster: cluster({}),
      a: member(),
      readers: readers(0),
    },
    "a cluster with one instance": { cluster: cluster({}), a: member() },
    "a cluster with all instances in one zone": {
      cluster: cluster({}),
      a: member({ availabilityZone: "eu-west-1a" }),
      b: member({ availabilityZone: "eu-west-1a" }),
    },
    "a cluster beside the instances of another": {
      cluster: cluster({}),
      a: member({ clusterIdentifier: "other" }),
      b: member({ clusterIdentifier: "other" }),
    },
  },
  unknown: {
    "a cluster whose second zone is computed": {
      cluster: cluster({}),
      a: member({ availabilityZone: "eu-west-1a" }),
      b: member({ availabilityZone: UNKNOWN }),
    },
    "a cluster beside an instance that cannot be joined": {
      cluster: cluster({}),
      a: member(),
      b: member({ clusterIdentifier: UNKNOWN }),
    },
  },
  unset: { "a cluster without instances": ["fail", { cluster: cluster({}) }] },
  alias: { none: "one token" },
  notApplicable: {
    "a serverless cluster of the first generation": { cluster: cluster({ engineMode: "serverless" }) },
    "a cluster of shards": { cluster: cluster({ clusterScalabilityType: "limitless" }) },
    "a copy without instances for a global cluster": {
      cluster: cluster({ globalClusterIdentifier: UNKNOWN }),
    },
  },
});
