import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import { make, settings } from "./lab";

const quota = "aws:servicequotas/serviceQuota:ServiceQuota";

describe("simulated quotas", () => {
  it("are known by service and code, and asked for once in a Region", async () => {
    const aws = new SimulatedAws();
    const inputs = { serviceCode: "vpc", quotaCode: "L-F678F1CE", value: 10 };
    const { id, outputs } = await make(aws, quota, inputs);
    assert.equal(id, "vpc/L-F678F1CE");
    assert.equal(outputs.arn, "arn:aws:servicequotas::123456789012:eu-west-1:vpc/L-F678F1CE");
    await assert.rejects(make(aws, quota, inputs, "again"), /ResourceAlreadyExistsException/);
  });

  it("are never asked for less than there is", async () => {
    const inputs = { serviceCode: "vpc", quotaCode: "L-F678F1CE", value: 4 };
    await assert.rejects(make(new SimulatedAws(), quota, inputs), /with 4, less than the current 5/);
  });

  it("are answered as documented, or as asked for, in the Region that knows them", async () => {
    const aws = new SimulatedAws();
    const answer = (serviceCode: string, quotaCode: string, region: string) =>
      aws.invoke({
        token: "aws:servicequotas/getServiceQuota:getServiceQuota",
        args: { serviceCode, quotaCode, region },
        settings,
      });
    assert.equal((await answer("vpc", "L-F678F1CE", "eu-west-1")).value, 5);
    await make(aws, quota, { serviceCode: "vpc", quotaCode: "L-F678F1CE", value: 10 });
    const { value, defaultValue, adjustable, quotaName } = await answer("vpc", "L-F678F1CE", "eu-west-1");
    assert.deepEqual([value, defaultValue, adjustable, quotaName], [10, 5, true, "VPCs per Region"]);
    assert.equal((await answer("vpc", "L-F678F1CE", "eu-central-1")).value, 5);
    assert.equal((await answer("iam", "L-FE177D64", "us-east-1")).globalQuota, true);
    await assert.rejects(
      answer("iam", "L-FE177D64", "eu-west-1"),
      /NoSuchResourceException.*us-east-1 alone/,
    );
    await assert.rejects(answer("vpc", "L-00000000", "eu-west-1"), /knows no quota vpc\/L-00000000/);
  });

  it("have codes of AWS's form", async () => {
    const inputs = { serviceCode: "vpc", quotaCode: "VPCs", value: 10 };
    await assert.rejects(make(new SimulatedAws(), quota, inputs), /quotaCode is "VPCs"; it must be L-/);
  });

  it("are watched at one level only", async () => {
    const inputs = { optInLevel: "ORGANIZATION", optInType: "NotifyOnly" };
    await assert.rejects(
      make(new SimulatedAws(), "aws:servicequotas/autoManagement:AutoManagement", inputs),
      /must be one of ACCOUNT/,
    );
  });

  it("reach an address only once its owner has agreed", async () => {
    const aws = new SimulatedAws();
    const topic = await make(aws, "aws:sns/topic:Topic", { name: "alerts" });
    const { id, outputs } = await make(aws, "aws:sns/topicSubscription:TopicSubscription", {
      topic: topic.id,
      protocol: "email",
      endpoint: "team@example.com",
    });
    assert.ok(id.startsWith(`${topic.id}:`));
    assert.equal(outputs.pendingConfirmation, true);
  });
});
