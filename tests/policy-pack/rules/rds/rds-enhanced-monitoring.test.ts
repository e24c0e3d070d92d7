import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const cluster = (props: object) => aws("rds/cluster:Cluster", { ...props });
const member = (props: object) =>
  aws("rds/clusterInstance:ClusterInstance", { clusterIdentifier: ref("cluster"), ...props });
const monitored = (monitoringInterval: unknown) => ({ monitoringInterval, monitoringRoleArn: UNKNOWN });

fixtures("rds-enhanced-monitoring", {
  pass: {
    "an instance that is measured every minute": instance(monitored(60)),
    "an instance of a cluster that is measured": { cluster: cluster({}), member: member(monitored(1)) },
    "an instance of a cluster that has all measured": { cluster: cluster(monitored(30)), member: member({}) },
    "the same with the default filled in": {
      cluster: cluster(monitored(30)),
      member: member({ monitoringInterval: 0 }),
    },
  },
  fail: {
    "an instance that is not measured": instance({ monitoringInterval: 0 }),
    "an instance without a role": instance({ monitoringInterval: 60 }),
    "an instance of a cluster that has nothing measured": { cluster: cluster({}), member: member({}) },
  },
  unknown: {
    "an instance whose interval is computed": instance(monitored(UNKNOWN)),
    "an instance of a cluster elsewhere": { member: member({ clusterIdentifier: "orders" }) },
    "an instance of a cluster whose interval is computed": {
      cluster: cluster(monitored(UNKNOWN)),
      member: member({}),
    },
  },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: {
    "an instance of a cluster that says no itself": {
      cluster: cluster({ monitoringInterval: 0 }),
      member: member({ monitoringInterval: 0 }),
    },
  },
});

describe("with an interval of a second", () => {
  fixtures("rds-enhanced-monitoring", {
    pass: { "an instance that is measured every second": instance(monitored(1)) },
    fail: {
      "an instance that is measured every five": instance(monitored(5)),
      "an instance with a role that is not measured": instance(monitored(0)),
    },
    unknown: { none: "as above" },
    unset: { "an instance with a role only": ["fail", instance({ monitoringRoleArn: UNKNOWN })] },
    alias: {
      "an instance of a cluster": {
        cluster: cluster({ monitoringInterval: 5 }),
        member: member({ monitoringInterval: 0 }),
      },
    },
    settings: { properties: { mostSeconds: 1 } },
  });
});
