import * as assert from "node:assert/strict";

import { TraceSearch } from "../../../infra/monitoring";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

const regions = ["eu-west-1", "eu-central-1"] as const;
const scope = { environment: "account", accountId: "111122223333", region: "eu-west-1" } as const;

interface Document {
  readonly Statement: readonly {
    readonly Principal: { readonly Service: string | readonly string[] };
    readonly Resource: readonly string[];
    readonly Condition: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

describe("search of traces", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = simulate({ accountId: "111122223333" });
    await simulation.run(() => new TraceSearch("traces", { scope, regions }));
  });

  it("is on in each Region, and nowhere else", () => {
    assert.deepEqual(
      simulation
        .ofType("aws:xray/traceSegmentDestination:TraceSegmentDestination")
        .map(({ inputs }) => [inputs.region, inputs.destination]),
      regions.map((region) => [region, "CloudWatchLogs"]),
    );
  });

  it("lets X-Ray write spans of this account into their logs in that Region, and nothing else", () => {
    for (const region of regions) {
      const policy = simulation.inputsOf(
        "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
        `traces-${region}`,
      );
      assert.equal(policy.region, region);
      const { Statement } = JSON.parse(text(policy.policyDocument)) as Document;
      assert.equal(Statement.length, 1);
      const [statement] = Statement;
      assert.deepEqual([statement?.Principal.Service].flat(), ["xray.amazonaws.com"]);
      assert.deepEqual(
        statement?.Resource,
        ["aws/spans", "/aws/application-signals/data"].map(
          (log) => `arn:aws:logs:${region}:111122223333:log-group:${log}:*`,
        ),
      );
      assert.deepEqual(statement.Condition, {
        StringEquals: { "aws:SourceAccount": "111122223333" },
        ArnLike: { "aws:SourceArn": `arn:aws:xray:${region}:111122223333:*` },
      });
    }
  });
});
