import * as assert from "node:assert/strict";

import { ofFamily } from "../../../infra/core/declarations";
import { Quotas, type QuotasArgs } from "../../../infra/quotas";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

const args: QuotasArgs = {
  accountId: "111122223333",
  environment: "account",
  emails: ["platform-team@example.com"],
  criticality: "critical",
  owner: "platform-team",
  keyDeletionWindowDays: 30,
  regions: ["eu-west-1", "eu-central-1"],
  environments: {
    prod: { region: "eu-west-1", uses: { "vpc/L-F678F1CE": 3 } },
    dr: { region: "eu-central-1", uses: { "vpc/L-F678F1CE": 1 } },
  },
  held: {},
  requests: { "eu-west-1": { "vpc/L-F678F1CE": 10 } },
};

async function built(differences: Partial<QuotasArgs> = {}): Promise<Simulation> {
  const simulation = simulate({ accountId: args.accountId });
  await simulation.run(() => new Quotas("quotas", { ...args, ...differences }));
  return simulation;
}

describe("the quotas of an account", () => {
  it("ask for what configuration says, in its Region, and never take it back", async () => {
    const [request, ...others] = (await built()).ofType("aws:servicequotas/serviceQuota:ServiceQuota");
    assert.deepEqual(others, []);
    assert.deepEqual(request?.inputs, {
      region: "eu-west-1",
      serviceCode: "vpc",
      quotaCode: "L-F678F1CE",
      value: 10,
    });
  });

  it("ask for nothing that is held already", async () => {
    const simulation = await built({ held: { "eu-west-1": { "vpc/L-F678F1CE": 10 } } });
    assert.deepEqual(simulation.ofType("aws:servicequotas/serviceQuota:ServiceQuota"), []);
  });

  it("ask for no less than AWS grants by now, and then leave the request as it was", async () => {
    const asked = async (granted: number) => {
      const live = { "eu-west-1": { "vpc/L-F678F1CE": granted }, "eu-central-1": { "vpc/L-F678F1CE": 5 } };
      const [request] = (await built({ live })).ofType("aws:servicequotas/serviceQuota:ServiceQuota");
      return [request?.inputs.value, request?.ignoreChanges];
    };
    assert.deepEqual(await asked(5), [10, []]);
    assert.deepEqual(await asked(10), [10, ["value"]]);
    assert.deepEqual(await asked(25), [25, ["value"]]);
  });

  it("ask for VPCs, and for internet gateways by them", async () => {
    const environments = {
      prod: { region: "eu-west-1", uses: { "vpc/L-F678F1CE": 3, "vpc/L-A4707A72": 3 } },
    } as const;
    const requests = (await built({ environments })).ofType("aws:servicequotas/serviceQuota:ServiceQuota");
    assert.deepEqual(
      requests.map(({ inputs }) => inputs.quotaCode),
      ["L-F678F1CE"],
    );
  });

  it("are refused before anything is registered where the plan does not fit", async () => {
    const simulation = simulate();
    await assert.rejects(
      simulation.run(() => new Quotas("quotas", { ...args, requests: {} })),
      /quotas "quotas": 1 mistake.*\n.*requests\.eu-west-1\.vpc\/L-F678F1CE: given nothing, so that 5 remain; allowed: 7 or more/,
    );
    assert.deepEqual(simulation.resources(), []);
  });

  it("speak at 80 and 85 % of every quota with a usage metric, in both Regions, and to that Region's topic", async () => {
    const simulation = await built();
    const alarms = simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.equal(alarms.length, 14 * 2 * 2);
    for (const { name, inputs } of alarms) {
      assert.ok([80, 85].includes(Number(inputs.threshold)), name);
      assert.match(JSON.stringify(inputs.metricQueries), /used \/ SERVICE_QUOTA\(used\) \* 100/);
      const [action] = inputs.alarmActions as readonly string[];
      assert.match(text(action ?? ""), new RegExp(`^arn:aws:sns:${text(inputs.region)}:111122223333:`));
    }
  });

  it("let AWS watch, and ask for nothing by itself", async () => {
    const watching = (await built()).ofType("aws:servicequotas/autoManagement:AutoManagement");
    assert.deepEqual(
      watching.map(({ inputs }) => [inputs.region, inputs.optInType]),
      [
        ["eu-west-1", "NotifyOnly"],
        ["eu-central-1", "NotifyOnly"],
      ],
    );
  });

  it("tell over topics with keys of their own, which only CloudWatch of this account may use", async () => {
    const simulation = await built();
    const keys = new Set(simulation.ofType("aws:kms/key:Key").map(({ outputs }) => outputs.arn));
    for (const { inputs } of simulation.ofType("aws:sns/topic:Topic")) {
      assert.ok(keys.has(inputs.kmsMasterKeyId ?? ""));
    }
    for (const { inputs } of simulation.ofType("aws:sns/topicPolicy:TopicPolicy")) {
      assert.match(
        text(inputs.policy),
        /cloudwatch\.amazonaws\.com.*aws:SourceAccount":"111122223333.*SecureTransport/,
      );
    }
  });

  it("say that their keys want watching, and what they answer", () => {
    simulate();
    const { declarations, plan } = new Quotas("quotas", args);
    assert.deepEqual(
      ofFamily(declarations, "monitored").map(({ name }) => name),
      ["quotas-eu-west-1", "quotas-eu-central-1"],
    );
    assert.deepEqual(ofFamily(declarations, "answers")[0]?.practices.slice(0, 1), ["REL01-BP01"]);
    assert.ok(plan.every(({ fits }) => fits));
  });
});
