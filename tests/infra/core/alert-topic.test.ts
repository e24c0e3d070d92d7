import * as assert from "node:assert/strict";

import { AlertTopic } from "../../../infra/core/alert-topic";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

const scope = { environment: "dev", accountId: "111122223333", region: "us-east-1" } as const;
const args = {
  scope,
  displayName: "Front door of dev",
  publishers: ["cloudwatch"],
  emails: ["on-call@example.com"],
  keyDeletionWindowDays: 7,
} as const;

describe("a topic of alerts", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = simulate({ accountId: "111122223333" });
    await simulation.run(() => new AlertTopic("reach", args));
  });

  it("stands in its Region with all that it needs, signed by SHA-256 and encrypted by its own key", () => {
    const { inputs, outputs } = simulation.resource("aws:sns/topic:Topic", "reach");
    assert.deepEqual([inputs.name, inputs.signatureVersion], ["dev-reach", 2]);
    assert.equal(inputs.kmsMasterKeyId, simulation.resource("aws:kms/key:Key", "reach").outputs.arn);
    for (const type of ["sns/topic:Topic", "sns/topicPolicy:TopicPolicy", "kms/key:Key", "kms/alias:Alias"]) {
      assert.equal(simulation.inputsOf(`aws:${type}`, "reach").region, "us-east-1", type);
    }
    const heard = simulation.ofType("aws:sns/topicSubscription:TopicSubscription");
    assert.deepEqual(
      heard.map(({ inputs: { topic, endpoint } }) => [topic, endpoint]),
      [[outputs.arn, "on-call@example.com"]],
    );
  });

  it("has a policy that speaks of the topic itself", () => {
    const { policy, arn } = simulation.inputsOf("aws:sns/topicPolicy:TopicPolicy", "reach");
    const { Statement } = JSON.parse(text(policy)) as { Statement: { Resource: string[] }[] };
    for (const { Resource } of Statement) assert.deepEqual(Resource, [arn]);
  });
});
