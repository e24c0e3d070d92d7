import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { account as inAccount } from "./lab";

const REPLICATION = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
const source = "arn:aws:rds:eu-west-1:123456789012:db:workshop";
const key = "arn:aws:kms:eu-central-1:123456789012:key/copies";

/** An account with a database at home and a key elsewhere, in which things are made one after another. */
function account() {
  const aws = new SimulatedAws({
    existing: [
      { type: "aws:rds/instance:Instance", id: "db-WORKSHOP", attributes: { arn: source } },
      { type: "aws:kms/key:Key", id: "copies", attributes: { arn: key } },
      {
        type: "aws:kms/key:Key",
        id: "home",
        attributes: { arn: "arn:aws:kms:eu-west-1:123456789012:key/home" },
      },
    ],
  });
  return inAccount(aws);
}

const replication: WireObject = { region: "eu-central-1", sourceDbInstanceArn: source, kmsKeyId: key };

describe("simulated recovery", () => {
  it("replicates automated backups under an ARN of the Region that they go to, for a week unless told otherwise", async () => {
    const { id, outputs } = await account()(REPLICATION, replication);
    assert.match(id, /^arn:aws:rds:eu-central-1:123456789012:auto-backup:ab-[0-9a-z]+$/);
    assert.equal(outputs.retentionPeriod, 7);
  });

  it("refuses a key of another Region, a database that is not there, a second replication, and what AWS does not keep", async () => {
    const make = account();
    const home = "arn:aws:kms:eu-west-1:123456789012:key/home";
    await assert.rejects(make(REPLICATION, { ...replication, kmsKeyId: home }), /KMSKeyNotAccessibleFault/);
    const other = source.replace("workshop", "other");
    await assert.rejects(
      make(REPLICATION, { ...replication, sourceDbInstanceArn: other }),
      /DBInstanceNotFound/,
    );
    await assert.rejects(
      make(REPLICATION, { ...replication, sourceDbInstanceArn: "workshop" }),
      /must be the ARN of a database instance/,
    );
    await assert.rejects(make(REPLICATION, { ...replication, retentionPeriod: 36 }), /must be 1 to 35/);
    await make(REPLICATION, replication);
    await assert.rejects(make(REPLICATION, replication), /InvalidDBInstanceState/);
  });
});
