import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-snapshots-carry-tags", {
  pass: { "an instance that copies its tags": instance({ copyTagsToSnapshot: true }) },
  fail: { "an instance that does not": instance({ copyTagsToSnapshot: false }) },
  unknown: { "an instance whose setting is computed": instance({ copyTagsToSnapshot: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { "a cluster that leaves it out": { cluster: aws("rds/cluster:Cluster") } },
  otherTypes: { "an instance of a cluster": { member: aws("rds/clusterInstance:ClusterInstance") } },
});
