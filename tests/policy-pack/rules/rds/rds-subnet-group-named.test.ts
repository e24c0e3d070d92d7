import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-subnet-group-named", {
  pass: {
    "an instance in a group": instance({ dbSubnetGroupName: "data" }),
    "an instance in a group that is made here": instance({ dbSubnetGroupName: UNKNOWN }),
  },
  fail: {
    "an instance in the default group": instance({ dbSubnetGroupName: "default" }),
    "a restored instance that names none": instance({ snapshotIdentifier: "nightly" }),
  },
  unknown: { "a replica, which has the group of its source": instance({ replicateSourceDb: "orders" }) },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { "a cluster that leaves it out": { cluster: aws("rds/cluster:Cluster") } },
});
