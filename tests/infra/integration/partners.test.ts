import * as assert from "node:assert/strict";

import { buildAll, of, statements, text } from "./built";

describe("partners", function () {
  this.timeout(240_000);
  before(buildAll);

  it("have an emergency lever each, also those that only call us", () => {
    const { simulation, args } = of("a small one");
    const levers = simulation.ofType("aws:ssm/parameter:Parameter");
    assert.deepEqual(
      levers.map((lever) => text(lever, "name")).sort(),
      Object.keys(args.catalogue.partners)
        .map((name) => `/dev/levers/${name}`)
        .sort(),
    );
    for (const { inputs } of levers) {
      assert.equal(inputs.insecureValue, "on");
      assert.equal(inputs.allowedPattern, "^(on|pulled)$");
    }
  });

  it("keep no credential in the program", () => {
    const { simulation } = of("a small one");
    const connections = simulation.ofType("aws:cloudwatch/eventConnection:EventConnection");
    assert.deepEqual(connections.map(({ inputs }) => inputs.name).sort(), [
      "dev-credit-bureau",
      "dev-manufacturer",
      "dev-payment-gateway",
    ]);
    for (const { inputs } of connections)
      assert.match(JSON.stringify(inputs.authParameters), /set-outside-of-the-program/);
  });

  it("are sent what they receive, no faster than agreed", () => {
    const { simulation } = of("a small one");
    const destination = simulation.inputsOf(
      "aws:cloudwatch/eventApiDestination:EventApiDestination",
      "integration-partner_manufacturer-feed",
    );
    assert.equal(
      destination.invocationEndpoint,
      "https://sandbox.manufacturer.example.com/api/v1/order-events",
    );
    assert.equal(destination.invocationRateLimitPerSecond, 1);
    const rule = simulation.resource(
      "aws:cloudwatch/eventRule:EventRule",
      "integration-partner_manufacturer-feed",
    );
    assert.deepEqual(JSON.parse(text(rule, "eventPattern")), {
      source: ["orders", "quote-to-order"],
      "detail-type": ["order-confirmed.v1", "order-placed.v1"],
    });
  });

  it("are cut off by their own lever: it starts a machine that may switch their rules alone", () => {
    const { simulation } = of("a small one");
    const rule = simulation.resource(
      "aws:cloudwatch/eventRule:EventRule",
      "integration-partner_manufacturer-lever",
    );
    assert.equal(rule.inputs.eventBusName, "default");
    assert.deepEqual(JSON.parse(text(rule, "eventPattern")), {
      source: ["aws.ssm"],
      "detail-type": ["Parameter Store Change"],
      detail: { name: ["/dev/levers/manufacturer"], operation: ["Create", "Update"] },
    });
    const target = simulation.resource(
      "aws:cloudwatch/eventTarget:EventTarget",
      "integration-partner_manufacturer-lever",
    );
    assert.deepEqual(JSON.parse(text(target, "input")), {
      parameter: "/dev/levers/manufacturer",
      rule: "dev-partner_manufacturer",
    });
    const rights = statements(simulation.resource("aws:iam/rolePolicy:RolePolicy", "integration-levers"));
    assert.deepEqual(rights.find(({ Sid }) => Sid === "SwitchRulesOfPartners")?.Resource, [
      "arn:aws:events:eu-west-1:111122223333:rule/dev-integration/dev-partner_payment-gateway",
      "arn:aws:events:eu-west-1:111122223333:rule/dev-integration/dev-partner_manufacturer",
    ]);
  });

  it("leave to people exactly what is theirs: the credential, the lever's value, and the state of the rule", () => {
    const ignoring = of("a small one")
      .simulation.resources()
      .flatMap(({ type, ignoreChanges }) =>
        ignoreChanges.length > 0 ? [`${type} ${ignoreChanges.join(",")}`] : [],
      );
    assert.deepEqual([...new Set(ignoring)].sort(), [
      "aws:cloudwatch/eventConnection:EventConnection authParameters",
      "aws:cloudwatch/eventRule:EventRule state",
      "aws:ssm/parameter:Parameter insecureValue",
    ]);
  });

  it("are let through in the beginning, and need no switch where none receives events", () => {
    const feed = of("a small one").simulation.inputsOf(
      "aws:cloudwatch/eventRule:EventRule",
      "integration-partner_manufacturer-feed",
    );
    assert.equal(feed.state, "ENABLED");
    assert.deepEqual(of("long names").simulation.ofType("aws:sfn/stateMachine:StateMachine"), []);
  });
});
