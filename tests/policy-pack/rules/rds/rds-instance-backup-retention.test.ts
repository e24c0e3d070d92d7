import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-instance-backup-retention", {
  pass: { "an instance that keeps the least": instance({ backupRetentionPeriod: 7 }) },
  fail: {
    "an instance that keeps a day less": instance({ backupRetentionPeriod: 6 }),
    "a restored instance that says none": instance({
      snapshotIdentifier: "nightly",
      backupRetentionPeriod: 0,
    }),
  },
  unknown: {
    "an instance whose retention is computed": instance({ backupRetentionPeriod: UNKNOWN }),
    "a restored instance, which keeps that of its source": instance({ snapshotIdentifier: "nightly" }),
  },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { none: "one token" },
  notApplicable: { "a replica": instance({ replicateSourceDb: "orders" }) },
});
