import * as assert from "node:assert/strict";

import { quotaAlerts } from "../../../infra/quotas/settings";
import type { PatternPart } from "../../../infra/monitoring/event-entry";
import { isMeant } from "../monitoring/pattern";

/** As AWS shows it: https://docs.aws.amazon.com/servicequotas/latest/userguide/auto-mgmt-ct-logs.html, 2026-11 */
const breach = {
  "detail-type": "AWS Health Event",
  source: "aws.health",
  region: "ca-central-1",
  resources: ["Service: cloudtrail | Quota Name: Trails per region | Utilization: 80.0%"],
  detail: {
    service: "SERVICEQUOTAS",
    eventTypeCode: "AWS_SERVICEQUOTAS_THRESHOLD_BREACH",
    eventTypeCategory: "accountNotification",
  },
};

describe("what is told of quotas", () => {
  const meant = (event: object): readonly string[] =>
    quotaAlerts.filter(({ pattern }) => isMeant(pattern as PatternPart, event)).map(({ word }) => word);

  it("is that AWS finds one nearly used up, whichever service it is of", () => {
    assert.deepEqual(meant(breach), ["quota-nearly-used"]);
  });

  it("is no other trouble of AWS", () => {
    const trouble = { ...breach.detail, service: "EC2", eventTypeCode: "AWS_EC2_OPERATIONAL_ISSUE" };
    assert.deepEqual(meant({ ...breach, detail: trouble }), []);
  });
});
