import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const on = { performanceInsightsEnabled: true, performanceInsightsKmsKeyId: UNKNOWN };
const instance = (props: object) => ({
  instance: aws("rds/instance:Instance", { engine: "mysql", ...props }),
});
const cluster = (props: object) => aws("rds/cluster:Cluster", { ...props });
const member = (props: object) =>
  aws("rds/clusterInstance:ClusterInstance", { clusterIdentifier: ref("cluster"), ...props });

fixtures("rds-performance-insights", {
  pass: {
    "an instance with it and a key": instance(on),
    "an instance of a cluster with it and a key": { cluster: cluster(on), member: member({}) },
    "a small instance of PostgreSQL": instance({ ...on, engine: "postgres", instanceClass: "db.t4g.micro" }),
  },
  fail: {
    "an instance with a key that leaves it out": instance({ performanceInsightsKmsKeyId: UNKNOWN }),
    "an instance without": instance({ performanceInsightsEnabled: false }),
    "an instance with it and no key": instance({ performanceInsightsEnabled: true }),
    "an instance with it and the key of AWS": instance({
      ...on,
      performanceInsightsKmsKeyId: "alias/aws/rds",
    }),
  },
  unknown: {
    "an instance whose setting is computed": instance({ ...on, performanceInsightsEnabled: UNKNOWN }),
    "an instance of a cluster elsewhere": { member: member({ clusterIdentifier: UNKNOWN }) },
  },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { "an instance of a cluster without": { cluster: cluster({}), member: member({}) } },
  notApplicable: { "an instance that is too small": instance({ instanceClass: "db.t3.small" }) },
});
