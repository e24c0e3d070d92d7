import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const cluster = (props: object) => ({ cluster: aws("rds/cluster:Cluster", { ...props }) });

fixtures("rds-password-managed", {
  pass: {
    "an instance with a managed password": instance({ manageMasterUserPassword: true }),
    "an instance with a write-only password": instance({ passwordWo: UNKNOWN, passwordWoVersion: 1 }),
    "a cluster with a managed password": cluster({ manageMasterUserPassword: true }),
  },
  fail: {
    "a cluster with a password beside others": cluster({ masterPassword: "correct horse battery staple" }),
    "a restored cluster with a password": cluster({ snapshotIdentifier: "nightly", masterPassword: UNKNOWN }),

    "an instance with a password": instance({ password: "correct horse battery staple" }),
    "an instance with a password that is computed": instance({ password: UNKNOWN }),
    "a restored instance with a password": instance({ snapshotIdentifier: "nightly", password: UNKNOWN }),
    "an instance whose password is not managed": instance({ manageMasterUserPassword: false }),
  },
  unknown: { "an instance whose setting is computed": instance({ manageMasterUserPassword: UNKNOWN }) },
  unset: {
    "an instance with neither": ["fail", instance({})],
    "a replica with neither": ["notApplicable", instance({ replicateSourceDb: UNKNOWN })],
    "a member of a global cluster with neither": [
      "notApplicable",
      cluster({ globalClusterIdentifier: "orders" }),
    ],
  },
  alias: { "a cluster with a password": cluster({ masterPassword: UNKNOWN }) },
});

describe("rds-password-managed that accepts no write-only password", () => {
  it("fails an instance with one, a restored one too", async () => {
    const verdict = async (props: object) => {
      const given = instance({ passwordWo: UNKNOWN, passwordWoVersion: 1, ...props });
      return (await judge("rds-password-managed", given, { properties: { writeOnly: false } })).verdict;
    };
    assert.equal(await verdict({}), "fail");
    assert.equal(await verdict({ snapshotIdentifier: "nightly" }), "fail");
  });

  it("never tells the password", async () => {
    const { told } = await judge("rds-password-managed", instance({ password: "hunter2" }));
    assert.equal(told.length, 1);
    assert.doesNotMatch(JSON.stringify(told), /hunter2/);
  });
});
