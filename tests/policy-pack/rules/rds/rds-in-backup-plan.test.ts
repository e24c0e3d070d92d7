import * as assert from "node:assert/strict";

import { backupPrograms } from "../../support/backup-coverage";
import { aws, fixtures, judge } from "../../support/fixtures";

const programs = backupPrograms((props) => aws("rds/instance:Instance", { ...props }), {
  props: { identifier: "orders" },
  arn: "arn:aws:rds:eu-west-1:111122223333:db:orders",
  pattern: "arn:aws:rds:*:*:db:*",
});

fixtures("rds-in-backup-plan", {
  ...programs,
  pass: {
    ...programs.pass,
    "a cluster that is named by its ARN": {
      cluster: aws("rds/cluster:Cluster", { clusterIdentifier: "orders" }),
      selection: aws("backup/selection:Selection", {
        planId: "p",
        resources: ["arn:aws:rds:eu-west-1:111122223333:cluster:orders"],
      }),
    },
  },
  alias: { "a cluster without a selection": { cluster: aws("rds/cluster:Cluster") } },
});

describe("rds-in-backup-plan in a stack that does not own the plans", () => {
  it("has nothing to say of what no plan takes", async () => {
    const { verdict } = await judge("rds-in-backup-plan", { cluster: aws("rds/cluster:Cluster") });
    assert.equal(verdict, "notApplicable");
  });
});
