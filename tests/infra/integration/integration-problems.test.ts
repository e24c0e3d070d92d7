import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { IntegrationArgs } from "../../../infra/integration/integration-args";
import { integrationProblems } from "../../../infra/integration/integration-problems";
import {
  receivesWithinRetention,
  sqsLimits,
  visibilitySeconds,
} from "../../../infra/integration/queue-numbers";
import { contract, integrationArgs, sampleSteps, withCatalogue, withWorkflow } from "./sample";

const paths = (args: IntegrationArgs): string[] =>
  integrationProblems(args)
    .map(({ path }) => path.join("."))
    .sort();
const inSteps = (...ends: readonly string[]): string[] =>
  ends.map((end) => `catalogue.workflows.quote-to-order.steps.${end}`);

describe("the arguments of an integration", () => {
  it("are accepted where all is fine", () => {
    assert.deepEqual(integrationProblems(integrationArgs), []);
  });

  it("are refused where a size is missing or is of nothing", () => {
    const { "credit-bureau": known, ...partners } = integrationArgs.sizes.partners;
    assert.ok(known !== undefined);
    assert.deepEqual(
      paths({
        ...integrationArgs,
        sizes: { ...integrationArgs.sizes, partners: { ...partners, stranger: known } },
      }),
      ["sizes.partners.credit-bureau", "sizes.partners.stranger"],
    );
  });

  it("are refused where a partner is reached without TLS, with credentials in its address, or too often", () => {
    const partners = { ...integrationArgs.sizes.partners };
    for (const baseUrl of [
      "http://a.example.com",
      "https://a.example.com/",
      "https://u:p@a.example.com",
      "https://localhost",
    ]) {
      const sizes = {
        ...integrationArgs.sizes,
        partners: { ...partners, manufacturer: { baseUrl, callsPerSecond: 301 } },
      };
      assert.deepEqual(paths({ ...integrationArgs, sizes }), [
        "sizes.partners.manufacturer.baseUrl",
        "sizes.partners.manufacturer.callsPerSecond",
      ]);
    }
  });

  it("are refused all at once where a contract names what there is not", () => {
    const event = contract("nobody", ["stranger"], "nowhere");
    const schema = { ...event.schema, required: ["number", "missing", "number"] };
    assert.deepEqual(
      paths(
        withCatalogue({
          events: { ...integrationArgs.catalogue.events, lost: { ...event, version: 0, schema } },
        }),
      ),
      [
        "catalogue.events.lost.consumers.stranger",
        "catalogue.events.lost.domain",
        "catalogue.events.lost.producer",
        "catalogue.events.lost.schema.required.1",
        "catalogue.events.lost.schema.required.2",
        "catalogue.events.lost.version",
      ],
    );
  });

  it("never let a message stay hidden longer than SQS allows, or expire before it comes to the dead letters", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1, max: 20_000 }),
        fc.integer({ min: 0, max: 200 }),
        (timeout, receives) => {
          const consumers = {
            web: { handlerTimeoutSeconds: timeout, ageObjectiveSeconds: 60, maximumReceives: receives },
          };
          const event = { ...contract("orders", []), consumers };
          const found = paths(
            withCatalogue({ events: { ...integrationArgs.catalogue.events, tried: event } }),
          );
          const fine =
            timeout >= 1 &&
            visibilitySeconds(timeout) <= sqsLimits.visibilitySeconds &&
            receives >= 1 &&
            receives <= Math.min(100, receivesWithinRetention(timeout));
          assert.equal(found.length === 0, fine, found.join(", "));
        },
      ),
    );
  });

  it("are refused where a workflow leads nowhere, in circles, or past a step", () => {
    assert.deepEqual(
      paths(
        withWorkflow({
          steps: {
            ...sampleSteps,
            alone: { kind: "succeed" },
            circle: { kind: "wait", seconds: 1, next: "circle" },
            pause: { kind: "wait", seconds: 90_000, next: "nowhere" },
          },
        }),
      ),
      inSteps("alone", "circle", "circle", "done", "pause.next", "pause.seconds", "tell"),
    );
  });

  it("are refused where a workflow sends what some run does not have, or publishes in another's name", () => {
    const { tell } = sampleSteps;
    assert.ok(tell?.kind === "publish");
    const steps = { ...sampleSteps, tell: { ...tell, sends: "$.check-credit.body" } };
    assert.deepEqual(paths(withWorkflow({ steps })), inSteps("tell.sends"));
    assert.deepEqual(
      paths(withWorkflow({ steps: { ...sampleSteps, tell: { ...tell, event: "order-placed" } } })),
      ["catalogue.events.order-confirmed.producer", ...inSteps("tell.event")],
    );
  });

  it("are refused where a name cannot be a part of AWS's names, or two publish under one name", () => {
    const { workloads } = integrationArgs.catalogue;
    const some = workloads.web;
    assert.ok(some !== undefined);
    const args = withCatalogue({ workloads: { ...workloads, Web_2: some, "quote-to-order": some } });
    assert.deepEqual(paths(args), ["catalogue.workflows.quote-to-order", "catalogue.workloads.Web_2"]);
  });
});
