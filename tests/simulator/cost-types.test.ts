import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";

const settings = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };
const type = "aws:budgets/budget:Budget";

async function make(aws: SimulatedAws, inputs: WireObject, name = "it") {
  const urn = `urn:pulumi:dev::lab::${type}::${name}`;
  const checked = aws.check({ urn, type, inputs, settings });
  const [failure] = checked.failures;
  if (failure !== undefined) throw new Error(failure.reason);
  return aws.create({ urn, type, inputs: checked.inputs, settings, preview: false });
}

const budget = { name: "dev", budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "10", limitUnit: "USD" };

describe("simulated budgets", () => {
  it("belong to the account, and have names of their own", async () => {
    const aws = new SimulatedAws();
    const { id, outputs } = await make(aws, budget);
    assert.equal(id, "123456789012:dev");
    assert.equal(outputs.arn, "arn:aws:budgets::123456789012:budget/dev");
    await assert.rejects(make(aws, budget, "again"), /DuplicateRecordException/);
  });

  it("are more than nothing", async () => {
    await assert.rejects(make(new SimulatedAws(), { ...budget, limitAmount: "0.0" }), /must be more than 0/);
  });

  it("forecast no days", async () => {
    const notifications = [{ notificationType: "FORECASTED", threshold: 100 }];
    await assert.rejects(
      make(new SimulatedAws(), { ...budget, timeUnit: "DAILY", notifications }),
      /must not forecast in a budget of days/,
    );
  });
});
