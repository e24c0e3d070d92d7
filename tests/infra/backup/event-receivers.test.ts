import * as assert from "node:assert/strict";

import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, largeArgs, types } from "./built";

const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

interface Statement {
  readonly Effect: string;
  readonly Principal: { readonly Service?: readonly string[] };
  readonly Action: readonly string[];
  readonly Condition?: object;
}

const statementsFor = (service: string, document: unknown): readonly Statement[] =>
  // What is read here are the layer's own documents.
  (JSON.parse(String(document)) as { Statement: readonly Statement[] }).Statement.filter(
    ({ Principal }) => Principal.Service?.includes(`${service}.amazonaws.com`) === true,
  );

describe("whoever hears of backups", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = (await build(largeArgs)).simulation;
  });

  it("hears what both Regions tell, and what cannot be delivered is put aside", () => {
    const topics = simulation.ofType(types.topic);
    assert.deepEqual(topics.map(({ inputs }) => inputs.region).sort(), ["eu-north-1", "eu-west-1"]);
    for (const topic of topics) {
      const heard = simulation
        .ofType(SUBSCRIPTION)
        .filter(({ inputs }) => inputs.topic === topic.outputs.arn);
      const everything = heard.filter(({ inputs }) => inputs.filterPolicy === undefined);
      assert.deepEqual(
        everything.map(({ inputs }) => inputs.endpoint),
        ["tickets@example.com"],
      );
      for (const { inputs } of heard) {
        assert.equal(inputs.region, topic.inputs.region);
        const { deadLetterTargetArn } = JSON.parse(text(inputs.redrivePolicy)) as Record<string, string>;
        const queue = simulation
          .ofType(types.queue)
          .find(({ outputs }) => outputs.arn === deadLetterTargetArn);
        assert.equal(queue?.inputs.region, topic.inputs.region);
      }
    }
  });

  it("is called at once of failed backups of what is critical, and of nothing else", () => {
    const called = simulation
      .ofType(SUBSCRIPTION)
      .filter(({ inputs }) => inputs.endpoint === "on-call@example.com");
    assert.deepEqual(
      called.map(({ inputs }) => [inputs.filterPolicyScope, JSON.parse(text(inputs.filterPolicy)) as object]),
      [
        [
          "MessageBody",
          { detail: { state: ["FAILED", "EXPIRED", "ABORTED"], backupVaultName: ["prod-critical"] } },
        ],
      ],
    );
  });

  it("has an item of work where copies' own topic cannot tell, made without topic or key", () => {
    const [alarm, ...others] = simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.ok(alarm !== undefined && others.length === 0);
    const topic = simulation.resource("aws:sns/topic:Topic", "backup-copy-events").outputs.arn;
    assert.deepEqual(alarm.inputs.alarmActions, [
      topic,
      "arn:aws:ssm:eu-north-1:111122223333:opsitem:1#CATEGORY=Recovery",
    ]);
    const queue = simulation.resource(types.queue, "backup-copy-events-dead-letters");
    assert.deepEqual(alarm.inputs.dimensions, { QueueName: queue.inputs.name });
  });

  it("misses no event: EventBridge gets through to encrypted topics without conditions that it cannot meet", () => {
    for (const { name, inputs } of simulation.ofType(types.key)) {
      const [statement] = statementsFor("events", inputs.policy);
      assert.deepEqual(statement?.Action, ["kms:Decrypt", "kms:GenerateDataKey*"], name);
      assert.equal(statement.Condition, undefined, name);
    }
    for (const { name, inputs } of simulation.ofType("aws:sns/topicPolicy:TopicPolicy")) {
      const [statement] = statementsFor("events", inputs.policy);
      assert.deepEqual([statement?.Action, statement?.Condition], [["sns:Publish"], undefined], name);
    }
  });
});
