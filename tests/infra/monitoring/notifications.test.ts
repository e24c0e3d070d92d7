import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Notifications } from "../../../infra/monitoring/notifications";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { monitoringArgs } from "./built";

const region = "eu-central-1";

describe("the way of notifications", () => {
  let simulation: Simulation;
  before(async () => {
    simulation = simulate({ accountId: "111122223333" });
    await simulation.run(() => {
      const queue = new aws.sqs.Queue("copies-dead-letters", { region, name: "dev-copies-dead-letters" });
      const told = (name: string) => {
        const { arn } = new aws.sns.Topic(name, { region, name: `dev-${name}` });
        return { name, arn, topicName: `dev-${name}`, region, severity: "page" } as const;
      };
      const { scope, owner, criticality, sizes } = monitoringArgs;
      return new Notifications("notify", {
        ...{ scope, owner, criticality, protect: false, subscriptions: sizes.subscriptions },
        topics: [{ ...told("copies"), deadLetterArn: queue.arn }, told("reach")],
      });
    });
  });

  const redrive = (name: string): unknown =>
    simulation.inputsOf("aws:sns/topicSubscription:TopicSubscription", name).redrivePolicy;
  const putAside = (queue: string): string =>
    JSON.stringify({ deadLetterTargetArn: simulation.resource("aws:sqs/queue:Queue", queue).outputs.arn });

  it("puts aside what its own topics could not deliver", () => {
    assert.equal(redrive("notify-page-team"), putAside("notify-undelivered"));
  });

  it("puts aside what another Region's topic could not deliver in that Region, or nowhere", () => {
    assert.equal(redrive("notify-copies-team"), putAside("copies-dead-letters"));
    assert.equal(redrive("notify-reach-team"), undefined);
  });
});
