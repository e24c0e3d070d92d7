import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { type PolicyStatement, statementMistakes } from "../../../infra/core/policy-statement";
import { always, type BuiltIntegration, buildAll, keyArn, of, statements, text } from "./built";

/** Statements that a workload is granted, once their values are known. */
function rights({ integration }: BuiltIntegration, workload: string): Promise<readonly PolicyStatement[]> {
  const all = integration.grants(workload).flatMap(({ statements: each }) => each);
  // As in `policyDocument`: the values that it unwraps to are these.
  const known = pulumi.output(all) as pulumi.Output<readonly PolicyStatement[]>;
  return new Promise((resolve) => known.apply(resolve));
}

/** Actions that AWS gives no resource for. Source: service authorization reference, as of 2026-11. */
const withoutResource =
  /^(states:SendTask(Success|Failure|Heartbeat)|logs:.*(LogDeliver|ResourcePolic|LogGroups).*|xray:.*)$/;

describe("rights in the integration", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "name their resources, except where AWS gives none",
    always(({ simulation }) => {
      for (const policy of simulation.ofType("aws:iam/rolePolicy:RolePolicy")) {
        for (const { Action, Resource, Sid } of statements(policy)) {
          if (Resource?.includes("*") !== true) continue;
          for (const action of Action) assert.match(action, withoutResource, `${policy.name} ${Sid}`);
        }
      }
    }),
  );

  it(
    "are used by one service for one thing",
    always(({ simulation }) => {
      for (const role of simulation.ofType("aws:iam/role:Role")) {
        const [trust, ...others] = statements(role, "assumeRolePolicy");
        assert.deepEqual(others, []);
        assert.ok(trust?.Condition !== undefined, role.name);
        assert.equal(trust.Condition.StringEquals?.["aws:SourceAccount"], "111122223333");
        assert.match(JSON.stringify(trust.Condition.ArnEquals?.["aws:SourceArn"]), /^"arn:aws:[^*]+"$/);
      }
    }),
  );

  it("let a workload publish its own events and no other, in its own name", async () => {
    const publish = (await rights(of("a small one"), "customers")).find(({ sid }) => sid === "PublishEvents");
    assert.deepEqual(publish?.resources, ["arn:aws:events:eu-west-1:111122223333:event-bus/dev-integration"]);
    assert.deepEqual(publish.conditions, {
      "ForAllValues:StringEquals": {
        "events:source": ["customers"],
        "events:detail-type": ["customer-changed.v1"],
      },
      Null: { "events:source": "false", "events:detail-type": "false" },
    });
    assert.ok(!(await rights(of("a small one"), "web")).some(({ sid }) => sid === "PublishEvents"));
  });

  it("let a workload publish both versions of an event while not everybody has moved, and each gets its own", async () => {
    const moving = of("one that moves to a new version");
    const publish = (await rights(moving, "orders")).find(({ sid }) => sid === "PublishEvents");
    assert.deepEqual(publish?.conditions?.["ForAllValues:StringEquals"]?.["events:detail-type"], [
      "order-placed.v1",
      "order-placed.v2",
    ]);
    const readBy = (rule: string): unknown => {
      const pattern = text(
        moving.simulation.resource("aws:cloudwatch/eventRule:EventRule", rule),
        "eventPattern",
      );
      return (JSON.parse(pattern) as { "detail-type": unknown })["detail-type"];
    };
    assert.deepEqual(readBy("integration-event_order-placed_inventory"), ["order-placed.v1"]);
    assert.deepEqual(readBy("integration-event_order-placed_notifications"), ["order-placed.v2"]);
    assert.deepEqual(readBy("integration-partner_manufacturer-feed"), ["order-placed.v1"]);
    const schemas = moving.simulation.ofType("aws:schemas/schema:Schema").map(({ inputs }) => inputs.name);
    assert.ok(["orders@order-placed.v1", "orders@order-placed.v2"].every((name) => schemas.includes(name)));
  });

  it("let a workload empty exactly its queues, with exactly their domains' keys", async () => {
    const built = of("a small one");
    const all = await rights(built, "quotes");
    assert.deepEqual(all.find(({ sid }) => sid === "ReceiveMessages")?.resources, [
      "arn:aws:sqs:eu-west-1:111122223333:dev-event_customer-changed_quotes",
      "arn:aws:sqs:eu-west-1:111122223333:dev-event_price-changed_quotes",
      "arn:aws:sqs:eu-west-1:111122223333:dev-tasks_quotes",
    ]);
    assert.deepEqual(
      all.find(({ sid }) => sid === "DecryptMessages")?.resources,
      ["customers", "platform", "sales"].map((domain) => keyArn(built.simulation, domain)),
    );
    assert.deepEqual(
      built.integration.queues("quotes").map(({ name }) => name),
      ["dev-event_customer-changed_quotes", "dev-event_price-changed_quotes", "dev-tasks_quotes"],
    );
  });

  it("have one sid each, and reasons for every wildcard, in everything that a workload is granted", async () => {
    for (const workload of Object.keys(of("a small one").args.catalogue.workloads)) {
      const all = await rights(of("a small one"), workload);
      assert.deepEqual(statementMistakes(all), [], workload);
    }
  });

  it("are granted to no workload that there is not", () => {
    assert.throws(() => of("a small one").integration.grants("stranger"), /no workload "stranger"/);
    assert.throws(() => of("a small one").integration.queues("stranger"), /no workload "stranger"/);
  });

  it("let a workflow do what its steps say", () => {
    const { simulation } = of("a small one");
    const policy = simulation.resource(
      "aws:iam/rolePolicy:RolePolicy",
      "integration-workflow_quote-to-order",
    );
    const bySid = new Map(statements(policy).map((statement) => [statement.Sid, statement]));
    assert.deepEqual(bySid.get("AskServices")?.Resource, [
      "arn:aws:sqs:eu-west-1:111122223333:dev-tasks_orders",
      "arn:aws:sqs:eu-west-1:111122223333:dev-tasks_quotes",
    ]);
    assert.deepEqual(bySid.get("CallCreditBureau")?.Condition, {
      StringEquals: {
        "states:HTTPMethod": ["POST"],
        "states:HTTPEndpoint": ["https://sandbox.credit-bureau.example.com/api/checks"],
      },
    });
    assert.ok(!text(policy, "policy").includes("manufacturer"));
  });
});
