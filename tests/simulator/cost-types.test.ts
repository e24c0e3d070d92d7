import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { make as makeThing } from "./lab";
import { text } from "./text";

const budgetType = "aws:budgets/budget:Budget";

const make = (aws: SimulatedAws, inputs: WireObject, name?: string, type = budgetType) =>
  makeThing(aws, type, inputs, name);

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

describe("simulated actions on budgets", () => {
  const type = "aws:budgets/budgetAction:BudgetAction";
  const action = {
    budgetName: "dev",
    actionType: "APPLY_IAM_POLICY",
    approvalModel: "MANUAL",
    notificationType: "ACTUAL",
    actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 },
    definition: {
      iamActionDefinition: { policyArn: "arn:aws:iam::123456789012:policy/stop", roles: ["deploy"] },
    },
    executionRoleArn: "arn:aws:iam::123456789012:role/act",
    subscribers: [{ address: "team@example.com", subscriptionType: "EMAIL" }],
  };

  it("belong to a budget that is there", async () => {
    const aws = new SimulatedAws();
    await assert.rejects(make(aws, action, "stop", type), /NotFoundException/);
    await make(aws, budget);
    const { id, outputs } = await make(aws, action, "stop", type);
    assert.match(id, /^123456789012:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:dev$/);
    assert.match(text(outputs.arn), /^arn:aws:budgets::123456789012:budget\/dev\/action\/[0-9a-f-]{36}$/);
    assert.equal(outputs.status, "STANDBY");
  });

  it("take a word for who approves, and somebody to ask", async () => {
    const aws = new SimulatedAws();
    await make(aws, budget);
    await assert.rejects(
      make(aws, { ...action, approvalModel: "NOBODY" }, "stop", type),
      /AUTOMATIC, MANUAL|MANUAL/,
    );
    await assert.rejects(make(aws, { ...action, subscribers: [] }, "stop", type), /must be 1 to 11/);
  });
});

describe("simulated questions about cost", () => {
  const monitor = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";

  it("have one monitor of all services in an account", async () => {
    const aws = new SimulatedAws();
    const inputs = { name: "services", monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" };
    const { outputs } = await make(aws, inputs, "first", monitor);
    assert.match(JSON.stringify(outputs.arn), /^"arn:aws:ce::123456789012:anomalymonitor\/0[0-9a-f]{16}"$/);
    await assert.rejects(make(aws, { ...inputs, name: "more" }, "second", monitor), /LimitExceededException/);
  });

  it("tell topics at once, and addresses later", async () => {
    const type = "aws:costexplorer/anomalySubscription:AnomalySubscription";
    const inputs = { name: "anomalies", frequency: "IMMEDIATE", monitorArnLists: ["arn"] };
    const subscribers = [{ type: "EMAIL", address: "team@example.com" }];
    await assert.rejects(make(new SimulatedAws(), { ...inputs, subscribers }, "it", type), /must be topics/);
  });

  it("are exported from us-east-1, wherever the stack is", async () => {
    const type = "aws:bcmdata/export:Export";
    const { outputs } = await make(new SimulatedAws(), { export: { name: "report" } }, "it", type);
    assert.match(
      JSON.stringify(outputs.arn),
      /^"arn:aws:bcm-data-exports:us-east-1:123456789012:export\/report-0/,
    );
  });
});
