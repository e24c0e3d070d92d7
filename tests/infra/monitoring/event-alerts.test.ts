import * as assert from "node:assert/strict";

import { runbookWords } from "../../../infra/core/runbook-words";
import type { PatternPart } from "../../../infra/monitoring/event-entry";
import { eventCatalogue } from "../../../infra/monitoring/planned-event";
import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, monitoringArgs } from "./built";
import { eventSamples, incidentalFields } from "./event-samples";
import { idleFields, isMeant } from "./pattern";

const facts = {
  scope: monitoringArgs.scope,
  clusters: ["dev-compute"],
  keyIds: ["key-1"],
  certificateArns: ["arn:aws:acm:1"],
  authorityArns: ["arn:aws:acm-pca:1"],
};

describe("what is told by events", () => {
  it("has a sample of each, and a name of its own", () => {
    const words = eventCatalogue.map(({ word }) => word);
    assert.deepEqual([...words].sort(), Object.keys(eventSamples).sort());
    assert.equal(new Set(words).size, words.length);
  });

  for (const entry of eventCatalogue) {
    const sample = eventSamples[entry.word];

    it(`${entry.word} means the event, no other, and no other environment's`, () => {
      assert.ok(sample !== undefined);
      const pattern = entry.pattern(facts);
      assert.equal(isMeant(pattern, sample("dev")), true);
      if (entry.reach === "environment") assert.equal(isMeant(pattern, sample("prod")), false);
      const others = Object.entries(eventSamples).filter(([word]) => word !== entry.word);
      assert.deepEqual(
        others.filter(([, other]) => isMeant(pattern, other("dev"))).map(([word]) => word),
        [],
      );
    });

    it(`${entry.word} is told by every field that decides, and by no other`, () => {
      assert.deepEqual(idleFields(entry.pattern(facts), sample?.("dev")), incidentalFields[entry.word] ?? []);
    });

    it(`${entry.word} says what it means and what to do`, () => {
      assert.match(entry.meaning, /^[A-Z].*[^.]$/);
      assert.match(entry.source, /^https:\/\/docs\.aws\.amazon\.com\//);
      assert.ok(runbookWords.includes(entry.runbook));
    });
  }

  it("asks nobody for an approval that was given or refused, or that waits no longer", () => {
    const wanted = eventCatalogue.find(({ word }) => word === "approval-wanted");
    assert.ok(wanted !== undefined);
    const sample = eventSamples["approval-wanted"]?.("dev") as { readonly detail: object };
    for (const Status of ["Success", "Failed", "TimedOut", "Cancelled", "Approved", "Rejected"]) {
      const ended = { ...sample, detail: { ...sample.detail, Status } };
      assert.equal(isMeant(wanted.pattern(facts), ended), false, Status);
    }
  });

  describe("in an environment", () => {
    let simulation: Simulation;
    before(async () => {
      ({ simulation } = await build(monitoringArgs));
    });

    it("goes to a topic, repeats, and is put aside where that does not help", () => {
      const rules = simulation.ofType("aws:cloudwatch/eventRule:EventRule");
      const targets = simulation.ofType("aws:cloudwatch/eventTarget:EventTarget");
      assert.ok(rules.length >= eventCatalogue.length);
      const topics = simulation.ofType("aws:sns/topic:Topic").map(({ outputs }) => outputs.arn);
      const queues = simulation.ofType("aws:sqs/queue:Queue").map(({ outputs }) => outputs.arn);
      for (const { name, inputs } of targets) {
        assert.ok(topics.includes(inputs.arn ?? ""), name);
        assert.deepEqual([inputs.deadLetterConfig], [{ arn: queues[0] }], name);
        assert.ok(inputs.retryPolicy !== undefined, name);
      }
    });

    it("speaks of its own keys, the topics' among them", () => {
      const keys = simulation.ofType("aws:kms/key:Key").map(({ id }) => id);
      const rule = simulation
        .ofType("aws:cloudwatch/eventRule:EventRule")
        .find(({ name }) => name.endsWith("key-in-danger"));
      // A pattern is JSON by the provider's own check.
      const pattern = JSON.parse(text(rule?.inputs.eventPattern)) as PatternPart;
      for (const key of ["key-1", ...keys]) assert.ok(JSON.stringify(pattern).includes(`"${key}"`), key);
    });

    it("reads as words and an event: what it means, who answers, what to do, where to look", () => {
      for (const { name, inputs } of simulation.ofType("aws:cloudwatch/eventTarget:EventTarget")) {
        const { inputTemplate } = inputs.inputTransformer as { readonly inputTemplate: string };
        const filled = JSON.parse(inputTemplate.replace("<aws.events.event.json>", '{"id":"1"}')) as object;
        assert.deepEqual(
          Object.keys(filled),
          ["environment", "meaning", "owner", "runbook", "dashboard", "event"],
          name,
        );
      }
    });
  });

  it("of the account is told in one environment, by rules that are everywhere", async () => {
    const quiet = await build({
      ...monitoringArgs,
      sizes: { ...monitoringArgs.sizes, accountEvents: false },
    });
    const states = quiet.simulation
      .ofType("aws:cloudwatch/eventRule:EventRule")
      .map(({ name, inputs }) => [name.replace("monitoring-event-", ""), inputs.state] as const);
    for (const { word, reach } of eventCatalogue) {
      const [, state] = states.find(([name]) => name === word) ?? [];
      assert.equal(state, reach === "account" ? "DISABLED" : "ENABLED", word);
    }
  });
});
