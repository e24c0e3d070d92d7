import * as assert from "node:assert/strict";

import { ofFamily } from "../../../infra/core/declarations";
import { AccountCost } from "../../../infra/cost";
import { governanceProblems, type GovernanceSizes } from "../../../infra/cost/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { costArgs } from "./cost-args";

const { sizes } = costArgs;
const args = costArgs;

async function built(differences: Partial<GovernanceSizes> = {}): Promise<Simulation> {
  const simulation = simulate({ accountId: "111122223333" });
  await simulation.run(() => new AccountCost("cost", { ...args, sizes: { ...sizes, ...differences } }));
  return simulation;
}

const ce = (type: string): string =>
  `aws:costexplorer/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`;

describe("the cost of an account", () => {
  it("is told apart by every tag of the contract, and grouped by environment and service", async () => {
    const simulation = await built();
    assert.deepEqual(
      simulation
        .ofType(ce("CostAllocationTag"))
        .map(({ inputs }) => inputs.tagKey)
        .sort(),
      ["CostCenter", "Criticality", "DataClass", "Environment", "ManagedBy", "Owner", "Service"],
    );
    assert.deepEqual(
      simulation.ofType(ce("CostCategory")).map(({ inputs }) => JSON.stringify(inputs.rules)),
      ["Environment", "Service"].map((dimensionKey) =>
        JSON.stringify([{ inheritedValue: { dimensionKey, dimensionName: "TAG" }, type: "INHERITED_VALUE" }]),
      ),
    );
  });

  for (const [payer, words] of [
    [true, /until costAllocationTags is active/],
    [false, /which only the payer can have/],
  ] as const) {
    it(`is not told apart yet where ${payer ? "the keys were not seen" : "another account pays"}, and says so`, async () => {
      const simulation = await built({ payer, costAllocationTags: "wait" });
      assert.deepEqual(simulation.ofType(ce("CostAllocationTag")), []);
      assert.deepEqual(simulation.ofType(ce("CostCategory")), []);
      assert.equal(simulation.ofType(ce("AnomalyMonitor")).length, 1);
      simulate();
      const { leftOut } = new AccountCost("cost", {
        ...args,
        sizes: { ...sizes, payer, costAllocationTags: "wait" },
      });
      assert.match(leftOut[0] ?? "", words);
    });
  }

  it("is watched for anomalies by AWS service and environment, beyond both limits, at once", async () => {
    const simulation = await built();
    const monitors = simulation.ofType(ce("AnomalyMonitor"));
    assert.deepEqual(
      monitors.map(({ inputs }) => inputs.monitorType),
      ["DIMENSIONAL", "CUSTOM"],
    );
    assert.match(
      text(monitors[1]?.inputs.monitorSpecification ?? ""),
      /"Key":"Environment".*\["dev","prod"\]/,
    );
    const [subscription] = simulation.ofType(ce("AnomalySubscription"));
    assert.equal(subscription?.inputs.frequency, "IMMEDIATE");
    const expression = JSON.stringify(subscription.inputs.thresholdExpression);
    assert.match(expression, /^\{"ands":/);
    assert.match(expression, /ANOMALY_TOTAL_IMPACT_ABSOLUTE.*"100".*ANOMALY_TOTAL_IMPACT_PERCENTAGE.*"25"/);
  });

  it("has a budget, and budgets of use and coverage of each commitment, that speak below what is expected", async () => {
    const budgets = (await built()).ofType("aws:budgets/budget:Budget");
    assert.deepEqual(budgets.map(({ inputs }) => inputs.budgetType).sort(), [
      "COST",
      ...["RI_COVERAGE", "RI_COVERAGE", "RI_UTILIZATION", "RI_UTILIZATION"],
      ...["SAVINGS_PLANS_COVERAGE", "SAVINGS_PLANS_UTILIZATION"],
    ]);
    for (const { name, inputs } of budgets.filter((budget) => budget.inputs.budgetType !== "COST")) {
      const threshold = text(inputs.budgetType).endsWith("COVERAGE") ? 70 : 80;
      const told = JSON.stringify(inputs.notifications);
      assert.match(told, new RegExp(`LESS_THAN.*"threshold":${threshold}\\b`), name);
    }
  });

  it("is exported twice, into a closed bucket with a key of its own that AWS writes for this account alone", async () => {
    const simulation = await built();
    const exports = simulation.ofType("aws:bcmdata/export:Export");
    assert.equal(exports.length, 2);
    for (const { inputs } of exports) assert.match(JSON.stringify(inputs.export), /"format":"PARQUET"/);
    const [block] = simulation.ofType("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    assert.equal(block?.inputs.blockPublicPolicy, true);
    const policy = text(simulation.inputsOf("aws:s3/bucketPolicy:BucketPolicy", "cost-exports").policy);
    assert.match(policy, /aws:SourceAccount":"111122223333/);
    assert.match(policy, /aws:SecureTransport/);
    const key = simulation.ofType("aws:kms/key:Key").find(({ name }) => name === "cost-exports");
    const rules = JSON.stringify(
      simulation.ofType(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      )[0]?.inputs.rules,
    );
    assert.ok(rules.includes(text(key?.outputs.arn ?? "none")));
  });

  it("can be asked six questions, by a workgroup that encrypts answers and reads no more than 10 GiB", async () => {
    const simulation = await built();
    assert.deepEqual(
      simulation
        .ofType("aws:athena/namedQuery:NamedQuery")
        .map(({ inputs }) => inputs.name)
        .sort(),
      [
        "cost-per-service-and-environment",
        "hourly-use",
        "idle-resources",
        "installed-versus-used",
        "month-over-month",
        "untagged-spend",
      ],
    );
    const [workgroup] = simulation.ofType("aws:athena/workgroup:Workgroup");
    const configuration = JSON.stringify(workgroup?.inputs.configuration);
    assert.match(configuration, /"enforceWorkgroupConfiguration":true/);
    assert.match(configuration, /SSE_KMS/);
    assert.match(configuration, /"bytesScannedCutoffPerQuery":10737418240/);
  });

  it("is looked at by AWS's optimisers, for this account alone", async () => {
    const simulation = await built();
    for (const type of [
      "aws:costoptimizationhub/enrollmentStatus:EnrollmentStatus",
      "aws:computeoptimizer/enrollmentStatus:EnrollmentStatus",
    ]) {
      assert.deepEqual(
        simulation.ofType(type).map(({ inputs }) => inputs.includeMemberAccounts),
        [false],
      );
    }
  });

  it("buys a savings plan only as confirmed, protected, and never by itself", async () => {
    const savings = {
      uses: { fargate: { floorUsd: 10, averageUsd: 12, growthPercentPerYear: 0 } },
      offers: { one: { termYears: 1, payment: "no-upfront", discountPercent: { fargate: 20 } } },
      commitPercent: 80,
    } as const;
    const type = "aws:savingsplans/savingsPlan:SavingsPlan";
    assert.deepEqual((await built({ savings })).ofType(type), []);
    const purchase = {
      offeringId: "0f0f",
      offer: "one",
      commitmentUsdPerHour: 6.4,
      confirm: "commit to 6.400 USD an hour for 1 year",
    };
    const [plan] = (await built({ savings: { ...savings, purchase } })).ofType(type);
    assert.deepEqual([plan?.inputs.commitment, plan?.protect], ["6.400", true]);
    simulate();
    const unconfirmed = { ...savings, purchase: { ...purchase, confirm: "yes" } };
    assert.throws(
      () => new AccountCost("cost", { ...args, sizes: { ...sizes, savings: unconfirmed } }),
      /savings\.purchase\.confirm: given "yes"; allowed: exactly: commit to 6\.400 USD/,
    );
  });

  it("says that its keys want watching, and what it answers", () => {
    simulate();
    const { declarations } = new AccountCost("cost", args);
    assert.deepEqual(
      ofFamily(declarations, "monitored").map(({ name }) => name),
      ["cost-alerts", "cost-exports"],
    );
    assert.ok(ofFamily(declarations, "answers").length >= 4);
  });

  const refusals: readonly [string, Partial<GovernanceSizes>, string, RegExp][] = [
    ["tags where another account pays", { payer: false }, "sizes.costAllocationTags", /only the payer/],
    ["a budget of nothing", { monthlyUsd: 0 }, "sizes.monthlyUsd", /more than 0/],
    [
      "an anomaly of nothing",
      { anomalies: { absoluteUsd: 0, percent: 25 } },
      "sizes.anomalies.absoluteUsd",
      /more than 0/,
    ],
    [
      "more coverage than all",
      { commitments: { utilisationPercent: 80, coveragePercent: 101 } },
      "sizes.commitments.coveragePercent",
      /at most 100/,
    ],
    [
      "a monitor that is there, but not by its ARN",
      { adopt: { servicesMonitor: "Default-Services-Monitor" } },
      "sizes.adopt.servicesMonitor",
      /get-anomaly-monitors/,
    ],
    ["exports of less than a year", { exportDays: 90 }, "sizes.exportDays", /400 or more/],
  ];
  for (const [what, differences, path, allowed] of refusals) {
    it(`is refused with ${what}`, () => {
      const [problem, ...others] = governanceProblems({ ...args, sizes: { ...sizes, ...differences } });
      assert.deepEqual(others, []);
      assert.equal(problem?.path.join("."), path);
      assert.match(problem.allowed, allowed);
    });
  }
});
