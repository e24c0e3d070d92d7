import * as assert from "node:assert/strict";

import { driftResource, SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { make, settings } from "./lab";

const type = "aws:rds/cluster:Cluster";
const cluster: WireObject = {
  clusterIdentifier: "orders",
  engine: "aurora-postgresql",
  engineVersion: "17",
  manageMasterUserPassword: true,
  finalSnapshotIdentifier: "orders-final",
};

describe("simulated passwords of databases", () => {
  it("are not managed again by an update of something else, but by asking anew", async () => {
    const aws = new SimulatedAws();
    const { id, outputs } = await make(aws, type, cluster);
    const urn = `urn:pulumi:dev::lab::${type}::it`;
    const update = async (news: WireObject): Promise<WireObject> => {
      const request = { urn, type, id, settings, preview: false, olds: outputs, oldInputs: cluster };
      return (await aws.update({ ...request, inputs: { ...cluster, ...news } })).outputs;
    };
    driftResource(aws.store, id, { masterUserSecrets: [] });
    const { backupRetentionPeriod, masterUserSecrets } = await update({ backupRetentionPeriod: 9 });
    assert.deepEqual([backupRetentionPeriod, masterUserSecrets], [9, []]);
    await update({ manageMasterUserPassword: false });
    const anew = await update({});
    assert.equal((anew.masterUserSecrets as readonly unknown[]).length, 1);
  });
});
