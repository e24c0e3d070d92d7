import * as assert from "node:assert/strict";

import { ofFamily } from "../../../infra/core/declarations";
import { always, buildAll, of, text } from "./built";

describe("what an integration says about itself", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "declares every queue, rule of the bus, machine and log group that it builds",
    always(({ simulation, integration }) => {
      const monitored = ofFamily(integration.declarations, "monitored");
      const names = (...kinds: readonly string[]): string[] =>
        monitored.flatMap(({ kind, name }) => (kinds.includes(kind) ? [name] : [])).sort();
      const built = (type: string): string[] =>
        simulation
          .ofType(type)
          .map((each) => text(each, "name"))
          .sort();
      assert.deepEqual(names("queue", "dead-letter-queue"), built("aws:sqs/queue:Queue"));
      assert.deepEqual(names("state-machine"), built("aws:sfn/stateMachine:StateMachine"));
      assert.deepEqual(names("log-group"), built("aws:cloudwatch/logGroup:LogGroup"));
      const rules = monitored.flatMap((each) =>
        each.kind === "event-rule" || each.kind === "partner" ? [each.dimensions.RuleName] : [],
      );
      const onBus = simulation
        .ofType("aws:cloudwatch/eventRule:EventRule")
        .filter(({ inputs }) => inputs.eventBusName !== "default");
      assert.deepEqual([...rules].sort(), onBus.map((rule) => text(rule, "name")).sort());
      const keys = monitored.map(({ kind, name }) => `${kind} ${name}`);
      assert.equal(new Set(keys).size, keys.length);
    }),
  );

  it(
    "tells the sizes that queues really have",
    always(({ simulation, integration }) => {
      for (const each of ofFamily(integration.declarations, "monitored")) {
        if (each.kind !== "queue") continue;
        const queue = simulation
          .ofType("aws:sqs/queue:Queue")
          .find(({ inputs }) => inputs.name === each.name);
        assert.ok(queue !== undefined, each.name);
        assert.equal(queue.inputs.visibilityTimeoutSeconds, each.sizes.visibilitySeconds);
        assert.equal(queue.inputs.messageRetentionSeconds, each.sizes.retentionSeconds);
      }
    }),
  );

  it("lets only AWS's services speak to partners, by TLS", () => {
    const flows = ofFamily(of("a small one").integration.declarations, "flow");
    const partners = new Set(Object.keys(of("a small one").args.catalogue.partners));
    const out = flows.filter(({ to }) => to.kind === "component" && partners.has(to.name));
    assert.equal(out.length, 3);
    for (const { from, encryption, port } of out) {
      assert.deepEqual([from.kind, encryption.kind, port], ["aws-service", "tls", 443]);
    }
  });

  it("counts what it takes of quotas", () => {
    const { simulation, integration } = of("a small one");
    const used = new Map(
      ofFamily(integration.declarations, "quotaUse").map((use) => [use.quotaCode, use.count]),
    );
    const onBus = simulation
      .ofType("aws:cloudwatch/eventRule:EventRule")
      .filter(({ inputs }) => inputs.eventBusName !== "default");
    assert.equal(used.get("L-244521F2"), onBus.length + 1);
    assert.equal(used.get("L-595D6D42"), 3);
  });
});
