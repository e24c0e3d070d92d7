import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-instance-deletion-protection", {
  pass: { "a protected instance": instance({ deletionProtection: true }) },
  fail: { "an instance that is not": instance({ deletionProtection: false }) },
  unknown: { "an instance whose setting is computed": instance({ deletionProtection: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { none: "one token" },
  otherTypes: { "an instance of a cluster": { member: aws("rds/clusterInstance:ClusterInstance") } },
});
