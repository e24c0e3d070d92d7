import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { accountOf } from "./lab";

const types = {
  queue: "aws:sqs/queue:Queue",
  redrive: "aws:sqs/redrivePolicy:RedrivePolicy",
  bus: "aws:cloudwatch/eventBus:EventBus",
  rule: "aws:cloudwatch/eventRule:EventRule",
  target: "aws:cloudwatch/eventTarget:EventTarget",
  connection: "aws:cloudwatch/eventConnection:EventConnection",
  schema: "aws:schemas/schema:Schema",
  machine: "aws:sfn/stateMachine:StateMachine",
  alias: "aws:sfn/alias:Alias",
  role: "aws:iam/role:Role",
  parameter: "aws:ssm/parameter:Parameter",
  source: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
} as const;

type Word = keyof typeof types;

const pattern = JSON.stringify({ source: ["orders"] });
const machine = (States: object, StartAt = "a"): string => JSON.stringify({ StartAt, States });

describe("simulated messaging and workflows", () => {
  it("give ids, URLs and ARNs in AWS's formats", async () => {
    const make = accountOf(types);
    const queue = await make("queue", { name: "dev-orders" });
    assert.equal(queue.id, "https://sqs.eu-west-1.amazonaws.com/123456789012/dev-orders");
    assert.equal(queue.outputs.arn, "arn:aws:sqs:eu-west-1:123456789012:dev-orders");
    await make("bus", { name: "dev" });
    const onBus = await make("rule", { name: "placed", eventBusName: "dev", eventPattern: pattern });
    assert.deepEqual(
      [onBus.id, onBus.outputs.arn],
      ["dev/placed", "arn:aws:events:eu-west-1:123456789012:rule/dev/placed"],
    );
    const onDefault = await make("rule", { name: "placed", eventPattern: pattern });
    assert.equal(onDefault.outputs.arn, "arn:aws:events:eu-west-1:123456789012:rule/placed");
    const connection = await make("connection", {
      name: "bureau",
      authorizationType: "API_KEY",
      authParameters: { apiKey: { key: "Authorization", value: "none" } },
    });
    assert.match(JSON.stringify(connection.outputs.secretArn), /:secret:events!connection\/bureau\//);
    const { outputs } = await make("source", {
      name: "s",
      logType: "ERROR_LOGS",
      resourceArn: onBus.outputs.arn ?? "",
    });
    assert.equal(outputs.service, "events");
  });

  it("point an alias at the machine whose version it names", async () => {
    const make = accountOf(types);
    const role = await make("role", { name: "runs", assumeRolePolicy: "{}" });
    const made = await make("machine", {
      name: "order",
      roleArn: role.outputs.arn ?? "",
      definition: machine({ a: { Type: "Succeed" } }),
      publish: true,
    });
    const version = made.outputs.stateMachineVersionArn ?? "";
    const alias = await make("alias", {
      name: "live",
      routingConfigurations: [{ stateMachineVersionArn: version, weight: 100 }],
    });
    assert.equal(version, "arn:aws:states:eu-west-1:123456789012:stateMachine:order:1");
    assert.equal(alias.outputs.arn, "arn:aws:states:eu-west-1:123456789012:stateMachine:order:live");
  });

  const refusals: readonly (readonly [string, Word, WireObject, RegExp])[] = [
    [
      "a queue that hides messages for a day",
      "queue",
      { name: "q", visibilityTimeoutSeconds: 86_400 },
      /0 to 43200/,
    ],
    [
      "a redrive after receives in words",
      "redrive",
      { queueUrl: "q", redrivePolicy: '{"maxReceiveCount":"5"}' },
      /as a number/,
    ],
    ["a rule without a trigger", "rule", { name: "r" }, /eventPattern/],
    [
      "a schedule on a bus of one's own",
      "rule",
      { name: "r", eventBusName: "dev", scheduleExpression: "rate(1 day)" },
      /default event bus/,
    ],
    [
      "a target of no rule",
      "target",
      { rule: "r", arn: "arn:aws:sqs:eu-west-1:1:q" },
      /does not exist on EventBus default/,
    ],
    [
      "retries for two days",
      "target",
      { rule: "r", arn: "a", retryPolicy: { maximumEventAgeInSeconds: 172_800 } },
      /60 to 86400/,
    ],
    [
      "a credential of another type",
      "connection",
      { name: "c", authorizationType: "BASIC", authParameters: { apiKey: { key: "k", value: "v" } } },
      /authorizationType/,
    ],
    [
      "a schema of no registry",
      "schema",
      { name: "s", registryName: "none", type: "JSONSchemaDraft4", content: "{}" },
      /NotFoundException/,
    ],
    [
      "a definition that leads nowhere",
      "machine",
      { name: "m", roleArn: "r", definition: machine({ a: { Type: "Pass", Next: "b" } }) },
      /MISSING_TRANSITION_TARGET: b/,
    ],
    [
      "a definition with a state aside",
      "machine",
      { name: "m", roleArn: "r", definition: machine({ a: { Type: "Succeed" }, b: { Type: "Succeed" } }) },
      /b is not reachable/,
    ],
    [
      "a data key for an hour",
      "machine",
      {
        name: "m",
        roleArn: "r",
        definition: machine({ a: { Type: "Succeed" } }),
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: "k",
          kmsDataKeyReusePeriodSeconds: 3600,
        },
      },
      /60 to 900/,
    ],
    [
      "weights that add up to less",
      "alias",
      { name: "live", routingConfigurations: [{ stateMachineVersionArn: "v:1", weight: 10 }] },
      /add up to 100/,
    ],
    [
      "a value that its pattern refuses",
      "parameter",
      { name: "/dev/lever", type: "String", allowedPattern: "^(on|pulled)$", insecureValue: "off" },
      /allowedPattern/,
    ],
    [
      "a parameter in AWS's name",
      "parameter",
      { name: "/aws/lever", type: "String", insecureValue: "on" },
      /not begin with aws/,
    ],
  ];
  for (const [what, word, inputs, message] of refusals) {
    it(`refuse ${what}`, async () => {
      const make = accountOf(types);
      await make("bus", { name: "dev" });
      if (word === "machine") await make("role", { name: "r", assumeRolePolicy: "{}" });
      await assert.rejects(make(word, inputs), message);
    });
  }
});
