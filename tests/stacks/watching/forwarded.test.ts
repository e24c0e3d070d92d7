import * as assert from "node:assert/strict";

import type { PatternPart } from "../../../infra/monitoring/event-entry";
import { eventCatalogue } from "../../../infra/monitoring/planned-event";
import type { Simulation } from "../../../simulator/mocks";
import { eventSamples } from "../../infra/monitoring/event-samples";
import { isMeant } from "../../infra/monitoring/pattern";
import { deployedStack } from "../program";
import { textOf } from "./graph";

describe("what AWS tells in us-east-1 alone", function () {
  this.timeout(240_000);
  let simulation: Simulation;
  before(async () => {
    simulation = await deployedStack("account");
  });

  const global = eventCatalogue.filter((entry) => entry.global === true);

  it("is something of the catalogue", () => {
    assert.ok(global.length >= 4, String(global.length));
  });

  for (const { word } of global) {
    it(`reaches the rules of environments: ${word}, by one rule, to the bus of the account's own Region`, () => {
      const rules = simulation
        .ofType("aws:cloudwatch/eventRule:EventRule")
        .filter(({ inputs }) => inputs.region === "us-east-1")
        .filter((rule) =>
          // A pattern is JSON by the provider's own check.
          isMeant(JSON.parse(textOf(rule, "eventPattern")) as PatternPart, eventSamples[word]?.("dev")),
        );
      assert.equal(rules.length, 1, rules.map(({ name }) => name).join());
      const target = simulation
        .ofType("aws:cloudwatch/eventTarget:EventTarget")
        .find(({ inputs }) => inputs.rule === rules[0]?.inputs.name && inputs.region === "us-east-1");
      assert.ok(target !== undefined, word);
      assert.match(textOf(target, "arn"), /^arn:aws:events:eu-west-1:\d+:event-bus\/default$/);
    });
  }
});
