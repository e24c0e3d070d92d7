import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });

fixtures("rds-engine-version-supported", {
  pass: {
    "an instance of a version that is newer than any": instance({
      engine: "postgres",
      engineVersion: "99.1",
    }),
    "an instance whose version AWS chooses": instance({ engine: "mysql" }),
  },
  fail: {
    "an instance of a version that has ended": instance({ engine: "postgres", engineVersion: "12.17" }),
    "an instance of one that ended long ago": instance({ engine: "mysql", engineVersion: "5.7.44" }),
  },
  unknown: {
    "an instance whose version is computed": instance({ engine: "postgres", engineVersion: UNKNOWN }),
    "an instance whose engine is computed": instance({ engine: UNKNOWN, engineVersion: "12" }),
    "a restored instance, which has the version of its source": instance({
      engine: "postgres",
      snapshotIdentifier: "nightly",
    }),
  },
  unset: { "an instance without a version": ["pass", instance({ engine: "mariadb" })] },
  alias: {
    "Aurora MySQL 2": {
      cluster: aws("rds/cluster:Cluster", {
        engine: "aurora-mysql",
        engineVersion: "5.7.mysql_aurora.2.11.3",
      }),
    },
  },
  notApplicable: { "an engine without dates": instance({ engine: "oracle-se2", engineVersion: "12.1" }) },
});

describe("rds-engine-version-supported that refuses extended support", () => {
  const settings = { properties: { refuseExtendedSupport: true } };
  const verdict = async (props: object) =>
    (await judge("rds-engine-version-supported", instance(props), settings)).verdict;

  it("asks that a database says no to it, except of MariaDB, which has none", async () => {
    const no = { engineLifecycleSupport: "open-source-rds-extended-support-disabled" };
    assert.equal(await verdict({ engine: "postgres", ...no }), "pass");
    assert.equal(await verdict({ engine: "postgres" }), "fail");
    assert.equal(await verdict({ engine: "mariadb" }), "pass");
  });
});
