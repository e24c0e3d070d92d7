import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { liveQuotas } from "../../../infra/quotas";
import type { PlanArgs } from "../../../infra/quotas/quota-plan";
import { simulate } from "../../../simulator/mocks";

const request = "aws:servicequotas/serviceQuota:ServiceQuota";
const plan: PlanArgs = {
  regions: ["eu-west-1", "eu-central-1"],
  environments: {
    prod: { region: "eu-west-1", uses: { "vpc/L-F678F1CE": 1, "iam/L-FE177D64": 20 } },
    dr: { region: "eu-central-1", uses: { "vpc/L-F678F1CE": 1 } },
  },
  held: {},
  requests: {},
};

describe("what AWS grants now", () => {
  it("is asked for every quota of the plan, where it is answered, in a preview too", async () => {
    const existing = [
      {
        type: request,
        id: "vpc/L-F678F1CE",
        attributes: { region: "eu-west-1", serviceCode: "vpc", quotaCode: "L-F678F1CE", value: 12 },
      },
    ];
    const simulation = simulate({ accountId: "111122223333", preview: true, existing });
    const answered = await simulation.run(() => {
      const provider = new aws.Provider("aws", { region: "eu-west-1" });
      return liveQuotas(plan, { provider });
    });
    assert.deepEqual(answered, {
      "eu-west-1": { "vpc/L-F678F1CE": 12 },
      "eu-central-1": { "vpc/L-F678F1CE": 5 },
      "us-east-1": { "iam/L-FE177D64": 1000 },
    });
  });
});
