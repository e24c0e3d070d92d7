import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";
import { policy } from "../../support/buckets";

const put = {
  Effect: "Allow",
  Principal: { AWS: "111122223333" },
  Action: "events:PutEvents",
  Resource: "*",
};
const given = (document: unknown) => ({
  policy: aws("cloudwatch/eventBusPolicy:EventBusPolicy", { eventBusName: "orders", policy: document }),
});
const permission = (props: object) =>
  aws("cloudwatch/eventPermission:EventPermission", { statementId: "s", eventBusName: "orders", ...props });
const bus = aws("cloudwatch/eventBus:EventBus", { name: "orders" });
const organisation = { condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1" } };

fixtures("event-bus-policy-not-public", {
  pass: {
    "a policy for an account": given(policy(put)),
    "a policy for the organisation": given(
      policy({ ...put, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    "a permission for an account": { permission: permission({ principal: "111122223333" }) },
    "a permission for the organisation": { permission: permission({ principal: "*", ...organisation }) },
    "a bus with a policy": { bus, ...given(policy(put)) },
    "a bus with a permission that is joined": {
      bus: aws("cloudwatch/eventBus:EventBus"),
      permission: permission({ principal: "111122223333", eventBusName: ref("bus") }),
    },
  },
  fail: {
    "a policy for everyone": given(policy({ ...put, Principal: "*" })),
    "a permission for everyone": { permission: permission({ principal: "*" }) },
    "a bus without a policy": { bus },
    "a bus beside the policy of another": {
      bus: aws("cloudwatch/eventBus:EventBus", { name: "x" }),
      ...given(policy(put)),
    },
  },
  unknown: {
    "a policy that is computed": given(UNKNOWN),
    "a principal that is computed": { permission: permission({ principal: UNKNOWN }) },
    "a condition that is computed": { permission: permission({ principal: "*", condition: UNKNOWN }) },
    "a bus whose policy cannot be joined": {
      bus,
      permission: permission({ principal: "111122223333", eventBusName: UNKNOWN }),
    },
  },
  unset: {
    "a bus beside the policy of the default bus": [
      "fail",
      { bus, policy: aws("cloudwatch/eventBusPolicy:EventBusPolicy", { policy: policy(put) }) },
    ],
  },
  alias: {
    "a permission for everyone beside a good policy": {
      ...given(policy(put)),
      permission: permission({ principal: "*" }),
    },
  },
  notApplicable: {
    "the bus of a partner": { bus: aws("cloudwatch/eventBus:EventBus", { name: "p", eventSourceName: "p" }) },
  },
  settings: { properties: { policyRequired: true } },
});

describe("event-bus-policy-not-public, where no policy is asked for", () => {
  it("does not apply to a bus without one", async () => {
    assert.equal((await judge("event-bus-policy-not-public", { bus })).verdict, "notApplicable");
  });
});
