import * as assert from "node:assert/strict";

import { leverDefinition } from "../../../infra/integration/lever-definition";
import { workflowDefinition } from "../../../infra/integration/workflow-definition";
import { integrationArgs } from "./sample";

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly TimeoutSeconds?: number;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Retry?: readonly Readonly<Record<string, unknown>>[];
  readonly Catch?: readonly { readonly Next: string; readonly ErrorEquals: readonly string[] }[];
}
interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

const { "quote-to-order": spec } = integrationArgs.catalogue.workflows;
assert.ok(spec !== undefined);
const written = JSON.parse(
  JSON.stringify(
    workflowDefinition(
      { name: "quote-to-order", spec, events: integrationArgs.catalogue.events },
      {
        partition: "aws",
        busName: "dev-integration",
        taskQueueUrls: { quotes: "https://sqs/quotes", orders: "https://sqs/orders" },
        partners: {
          "credit-bureau": {
            baseUrl: "https://credit-bureau.example.com",
            connectionArn: "arn:aws:events:eu-west-1:111122223333:connection/dev-credit-bureau/1",
            leverName: "/dev/levers/credit-bureau",
          },
        },
      },
    ),
  ),
) as Definition;

const tasks = Object.entries(written.States).filter(([, { Type }]) => Type === "Task");

describe("the definition of a workflow", () => {
  it("begins with its first step, and ends in time", () => {
    assert.equal(written.StartAt, "check-credit");
    assert.equal(written.TimeoutSeconds, spec.timeoutSeconds);
  });

  it("gives every task a time limit, and a way on once it has failed for good", () => {
    assert.ok(tasks.length > 4);
    for (const [name, { TimeoutSeconds, Catch }] of tasks) {
      assert.ok(TimeoutSeconds !== undefined && TimeoutSeconds <= spec.timeoutSeconds, name);
      assert.deepEqual(
        Catch?.map(({ ErrorEquals }) => ErrorEquals),
        [["States.ALL"]],
        name,
      );
    }
  });

  it("spreads retries at random and limits their pauses", () => {
    for (const [name, { Retry = [] }] of tasks) {
      for (const retry of Retry.filter(({ MaxAttempts }) => MaxAttempts !== 0)) {
        assert.equal(retry.JitterStrategy, "FULL", name);
        assert.equal(retry.MaxDelaySeconds, 60, name);
      }
    }
    assert.deepEqual(
      written.States["ask-person"]?.Retry?.map(({ ErrorEquals }) => ErrorEquals),
      [["Refused"]],
    );
  });

  it("calls a partner only after its lever, and not where that is pulled or cannot be read", () => {
    const read = written.States["check-credit"];
    assert.equal(read?.Resource, "arn:aws:states:::aws-sdk:ssm:getParameter");
    assert.deepEqual(read.Parameters, { Name: "/dev/levers/credit-bureau" });
    assert.equal(read.Catch?.[0]?.Next, "ask-person");
    const calling = Object.entries(written.States).filter(([, { Resource }]) =>
      Resource?.endsWith("http:invoke"),
    );
    assert.deepEqual(
      calling.map(([name]) => name),
      ["check-credit.call"],
    );
    const ways = JSON.stringify(written.States["check-credit.lever"]);
    assert.match(
      ways,
      /"StringEquals":"on"\}\],"Next":"check-credit\.call"\}\],"Default":"check-credit\.pulled"/,
    );
    assert.equal(written.States["check-credit.pulled"]?.Next, "ask-person");
    const others = Object.entries(written.States).filter(([name]) => name !== "check-credit.lever");
    assert.ok(!JSON.stringify(others).includes('Next":"check-credit.call"'));
  });

  it("sends a partner the event's data alone, with a key that is the same in every try and every delivery", () => {
    assert.deepEqual(written.States["check-credit.call"]?.Parameters, {
      ApiEndpoint: "https://credit-bureau.example.com/checks",
      Method: "POST",
      Authentication: {
        ConnectionArn: "arn:aws:events:eu-west-1:111122223333:connection/dev-credit-bureau/1",
      },
      Headers: { "Idempotency-Key.$": "States.Format('{}-check-credit', $['id'])" },
      "RequestBody.$": "$['data']",
    });
  });

  it("publishes in its own name, by the contract", () => {
    assert.deepEqual(written.States.tell?.Parameters?.Entries, [
      {
        EventBusName: "dev-integration",
        Source: "quote-to-order",
        DetailType: "order-confirmed.v1",
        "Detail.$": "$['place']",
      },
    ]);
  });
});

describe("the definition of the levers' switch", () => {
  it("lets through only where the lever says on", () => {
    const { States } = leverDefinition("aws", "dev-integration") as Definition;
    assert.match(
      JSON.stringify(States.decide),
      /"StringEquals":"on"\}\],"Next":"let-through"\}\],"Default":"cut-off"/,
    );
    assert.match(States["cut-off"]?.Resource ?? "", /eventbridge:disableRule$/);
    assert.match(States["let-through"]?.Resource ?? "", /eventbridge:enableRule$/);
  });
});
