import * as assert from "node:assert/strict";

import { SharedTelemetry } from "../../../infra/monitoring";
import { sharingProblems, type TelemetrySharing } from "../../../infra/monitoring/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

const regions = ["eu-west-1", "eu-central-1"] as const;
const scope = { environment: "account", accountId: "111122223333", region: "eu-west-1" } as const;
const sinkOf = (region: string, account = "444455556666"): string =>
  `arn:aws:oam:${region}:${account}:sink/11111111-2222-3333-4444-555555555555`;

async function build(sharing: TelemetrySharing): Promise<Simulation> {
  const simulation = simulate({ accountId: "111122223333" });
  await simulation.run(() => new SharedTelemetry("telemetry", { scope, regions, sharing }));
  return simulation;
}

const paths = (sharing: TelemetrySharing): readonly string[] =>
  sharingProblems(sharing, { accountId: scope.accountId, regions }).map(({ path }) => path.join("."));

describe("telemetry that accounts share", () => {
  it("is nobody's but the account's own unless it says so", async () => {
    const simulation = await build({});
    assert.deepEqual(
      simulation.resources().filter(({ type }) => type.startsWith("aws:")),
      [],
    );
  });

  it("is seen by one sink a Region, which the accounts that are named may link to and no others", async () => {
    const simulation = await build({
      receives: { "eu-west-1": ["444455556666", "777788889999"], "eu-central-1": ["444455556666"] },
    });
    const sinks = simulation.ofType("aws:oam/sink:Sink");
    assert.deepEqual(
      sinks.map(({ inputs }) => inputs.region),
      regions,
    );
    const policy = simulation.inputsOf("aws:oam/sinkPolicy:SinkPolicy", "telemetry-eu-west-1");
    assert.equal(policy.sinkIdentifier, sinks[0]?.outputs.arn);
    const { Statement } = JSON.parse(text(policy.policy)) as { readonly Statement: readonly unknown[] };
    assert.deepEqual(Statement, [
      {
        Sid: "AccountsShowTheirTelemetry",
        Effect: "Allow",
        Principal: { AWS: ["444455556666", "777788889999"] },
        Action: ["oam:CreateLink", "oam:UpdateLink"],
        Resource: ["*"],
        Condition: {
          "ForAllValues:StringEquals": {
            "oam:ResourceTypes": ["AWS::CloudWatch::Metric", "AWS::Logs::LogGroup", "AWS::XRay::Trace"],
          },
          Null: { "oam:ResourceTypes": "false" },
        },
      },
    ]);
  });

  it("is shown to the sinks that are named, in their Regions", async () => {
    const simulation = await build({ sends: { "eu-central-1": [sinkOf("eu-central-1")] } });
    assert.deepEqual(
      simulation.ofType("aws:oam/link:Link").map(({ inputs }) => [inputs.region, inputs.sinkIdentifier]),
      [["eu-central-1", sinkOf("eu-central-1")]],
    );
    assert.deepEqual(simulation.ofType("aws:oam/sink:Sink"), []);
  });

  it("is refused where an account, a Region or a sink cannot be meant", () => {
    assert.deepEqual(paths({ receives: { "eu-west-1": [] } }), ["receives.eu-west-1"]);
    assert.deepEqual(paths({ receives: { "eu-west-1": ["4444"] } }), ["receives.eu-west-1.0"]);
    assert.deepEqual(paths({ receives: { "eu-west-1": ["111122223333"] } }), ["receives.eu-west-1.0"]);
    assert.deepEqual(paths({ receives: { "eu-west-1": ["444455556666", "444455556666"] } }), [
      "receives.eu-west-1.1",
    ]);
    assert.deepEqual(paths({ receives: { "us-east-1": ["444455556666"] } }), ["receives.us-east-1"]);
    assert.deepEqual(paths({ sends: { "eu-west-1": [sinkOf("eu-central-1")] } }), ["sends.eu-west-1.0"]);
    assert.deepEqual(paths({ sends: { "eu-west-1": [sinkOf("eu-west-1", "111122223333")] } }), [
      "sends.eu-west-1.0",
    ]);
    assert.deepEqual(paths({ sends: { "eu-west-1": ["sink"] } }), ["sends.eu-west-1.0"]);
    const many = Array.from({ length: 6 }, (_, index) => sinkOf("eu-west-1", `44445555666${index}`));
    assert.deepEqual(paths({ sends: { "eu-west-1": many } }), ["sends.eu-west-1"]);
    assert.deepEqual(paths({ sends: { "eu-west-1": many.slice(0, 5) } }), []);
  });

  it("is refused before anything is registered, all at once", async () => {
    await assert.rejects(
      build({ receives: { "eu-west-1": ["x"] }, sends: { "us-east-1": ["y"] } }),
      /3 mistakes/,
    );
  });
});
