import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { EventContract, IntegrationArgs } from "../../../infra/integration/integration-args";
import { integrationProblems } from "../../../infra/integration/integration-problems";
import {
  receivesWithinRetention,
  sqsLimits,
  visibilitySeconds,
} from "../../../infra/integration/queue-numbers";
import type { WorkflowSpec } from "../../../infra/integration/workflow-spec";
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

  it("are refused where somebody reads, or publishes, a version that is not published", () => {
    const { events, partners } = integrationArgs.catalogue;
    const [placed, { manufacturer }] = [events["order-placed"], partners];
    assert.ok(placed !== undefined && manufacturer !== undefined);
    const inventory = { handlerTimeoutSeconds: 30, ageObjectiveSeconds: 300 };
    const of = (
      earlier: EventContract["earlier"] | undefined,
      version: number,
      receives: readonly string[],
    ): IntegrationArgs =>
      withCatalogue({
        events: {
          ...events,
          "order-placed": {
            ...placed,
            version: 2,
            ...(earlier === undefined ? {} : { earlier }),
            consumers: { inventory: { ...inventory, version } },
          },
        },
        partners: { ...partners, manufacturer: { ...manufacturer, receives } },
      });
    assert.deepEqual(paths(of({ "1": placed.schema }, 1, ["order-placed.v1"])), []);
    assert.deepEqual(paths(of({ "1": placed.schema }, 1, ["order-placed.v1", "order-placed"])), []);
    assert.deepEqual(paths(of(undefined, 1, ["order-placed.v1"])), [
      "catalogue.events.order-placed.consumers.inventory.version",
      "catalogue.partners.manufacturer.receives.0",
    ]);
    assert.deepEqual(paths(of({ "2": placed.schema }, 2, ["order-placed", "order-placed.v2"])), [
      "catalogue.events.order-placed.earlier.2",
      "catalogue.partners.manufacturer.receives.1",
    ]);
    const { tell } = sampleSteps;
    assert.ok(tell?.kind === "publish");
    assert.deepEqual(
      paths(withWorkflow({ steps: { ...sampleSteps, tell: { ...tell, version: 3 } } })),
      inSteps("tell.version"),
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

  it("are refused where a choice or a step looks for a partner's answer beside its body, where nothing is", () => {
    const { decide, tell } = sampleSteps;
    assert.ok(decide?.kind === "choose" && tell?.kind === "publish");
    const choosing = (on: string): readonly string[] =>
      paths(withWorkflow({ steps: { ...sampleSteps, decide: { ...decide, on } } }));
    for (const on of ["$.check-credit.decision", "$.check-credit.status", "$.check-credit"]) {
      assert.deepEqual(choosing(on), inSteps("decide.on"), on);
    }
    assert.deepEqual(choosing("$.check-credit.body"), []);
    assert.deepEqual(choosing("$.failure.Error"), []);
    const always: WorkflowSpec["steps"] = {
      "check-credit": {
        kind: "call",
        partner: "credit-bureau",
        method: "POST",
        path: "/checks",
        next: "tell",
        onFailure: "refused",
      },
      refused: { kind: "fail", cause: "The order could not be placed" },
      done: { kind: "succeed" },
    };
    const sending = (sends: string): readonly string[] =>
      paths(withWorkflow({ steps: { ...always, tell: { ...tell, sends } } }));
    assert.deepEqual(sending("$.check-credit.decision"), inSteps("tell.sends"));
    assert.deepEqual(sending("$.check-credit.body"), []);
  });

  it("are refused where a name cannot be a part of AWS's names, or two publish under one name", () => {
    const { workloads } = integrationArgs.catalogue;
    const some = workloads.web;
    assert.ok(some !== undefined);
    const args = withCatalogue({ workloads: { ...workloads, Web_2: some, "quote-to-order": some } });
    assert.deepEqual(paths(args), ["catalogue.workflows.quote-to-order", "catalogue.workloads.Web_2"]);
  });
});
