import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { account as inAccount } from "./lab";

const PLAN = "aws:arcregionswitch/plan:Plan";
const role = "arn:aws:iam::123456789012:role/switch";
const serviceOf = (region: string): string => `arn:aws:ecs:${region}:123456789012:service/shop/web`;

/** An account in which a service runs in the provider's own Region. */
function account() {
  return inAccount(
    new SimulatedAws({
      existing: [
        { type: "aws:iam/role:Role", id: "switch", attributes: { arn: role } },
        { type: "aws:ecs/service:Service", id: serviceOf("eu-west-1"), attributes: {} },
      ],
    }),
  );
}

const grow = (...regions: readonly string[]): WireObject => ({
  name: "grow",
  executionBlockType: "ECSServiceScaling",
  ecsCapacityIncreaseConfigs: [
    { services: regions.map((region) => ({ clusterArn: "", serviceArn: serviceOf(region) })) },
  ],
});

const move: WireObject = {
  name: "move",
  executionBlockType: "Route53HealthCheck",
  route53HealthCheckConfigs: [{ hostedZoneId: "Z0", recordName: "shop.example.com", recordSets: [] }],
};

const plan = (steps: readonly WireObject[], different: WireObject = {}): WireObject => ({
  name: "switch",
  executionRole: role,
  recoveryApproach: "activePassive",
  regions: ["eu-central-1", "eu-west-1"],
  primaryRegion: "eu-central-1",
  workflows: [{ workflowTargetAction: "activate", steps: [...steps] }],
  ...different,
});

describe("simulated Region switches", () => {
  it("are known by an ARN without a Region, which ends as AWS ends it", async () => {
    const { id, outputs } = await account()(PLAN, plan([grow("eu-central-1", "eu-west-1"), move]));
    assert.match(id, /^arn:aws:arc-region-switch::123456789012:plan\/switch:[a-z0-9]{6}$/);
    assert.equal(outputs.arn, id);
  });

  const both = ["eu-central-1", "eu-west-1"] as const;
  const refused: Readonly<Record<string, WireObject>> = {
    "of one Region": plan([], { regions: ["eu-west-1"] }),
    "of one Region twice": plan([], { regions: ["eu-west-1", "eu-west-1"] }),
    "of three Regions": plan([], { regions: [...both, "eu-north-1"] }),
    "whose first Region is none of its own": plan([], { primaryRegion: "eu-north-1" }),
    "with a name that is too long": plan([], { name: "s".repeat(33) }),
    "with longer than a week to recover": plan([], { recoveryTimeObjectiveMinutes: 10_081 }),
    "with an approach that is none": plan([], { recoveryApproach: "passive" }),
    "with a role that is not there": plan([], { executionRole: `${role}2` }),
    "that grow something in one Region alone": plan([grow("eu-west-1")]),
    "that grow something twice in one Region": plan([grow("eu-west-1", "eu-west-1")]),
    "that grow something of a third Region": plan([grow("eu-west-1", "eu-north-1")]),
    "with two steps of one name": plan([grow(...both), grow(...both)]),
    "with a block without its configuration": plan([{ ...move, route53HealthCheckConfigs: [] }]),
    "with a block and another one's configuration": plan([{ ...move, executionBlockType: "ManualApproval" }]),
  };
  for (const [which, inputs] of Object.entries(refused)) {
    it(`are refused where they are plans ${which}`, async () => {
      await assert.rejects(account()(PLAN, inputs));
    });
  }

  it("are refused where a step of many at once names a service that is not there", async () => {
    const [config] = (grow(...both).ecsCapacityIncreaseConfigs ?? []) as readonly WireObject[];
    assert.ok(config);
    const services = both.map((region) => ({ serviceArn: `${serviceOf(region)}2` }));
    const step = { ...grow(...both), ecsCapacityIncreaseConfigs: [{ ...config, services }] };
    const parallel = { name: "all", executionBlockType: "Parallel", parallelConfigs: [{ steps: [step] }] };
    await assert.rejects(account()(PLAN, plan([parallel])), /service\/shop\/web2 does not exist/);
  });
});
