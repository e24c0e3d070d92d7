import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-instance-multi-az", {
  pass: { "an instance with a standby": instance({ multiAz: true }) },
  fail: {
    "an instance without": instance({ multiAz: false }),
    "an instance made from a snapshot, which inherits none": instance({ snapshotIdentifier: "nightly" }),
  },
  unknown: { "an instance whose setting is computed": instance({ multiAz: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { none: "one token" },
  notApplicable: { "a replica": instance({ replicateSourceDb: UNKNOWN }) },
});
