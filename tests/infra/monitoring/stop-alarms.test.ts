import * as assert from "node:assert/strict";

import type { Criticality } from "../../../infra/core/criticality";
import { planAlarms } from "../../../infra/monitoring/planned-alarm";
import { stopLabels } from "../../../infra/monitoring/stop-alarms";
import { everything, samples, scope } from "./things";

describe("alarms by which whoever tries something stops", () => {
  const group = (name: string, criticality: Criticality) => ({
    ...samples["target-group"],
    ...{ name, workload: name, criticality },
  });
  const groups = [group("catalogue", "low"), group("checkout", "critical"), group("search", "high")];
  const subjects = [
    ...everything.filter(({ kind }) => ["load-balancer", "canary", "service"].includes(kind)),
    ...groups,
  ];

  it("are those of the front door, then of what the business depends on most, and five at most", () => {
    assert.deepEqual(stopLabels(planAlarms(scope, subjects)), [
      "load-balancer-front-door-own-errors",
      "load-balancer-front-door-refused-connections",
      "canary-front-door-unreachable",
      "target-group-checkout-errors",
      "target-group-search-errors",
    ]);
  });

  it("all tell of users who suffer now", () => {
    const alarms = planAlarms(scope, subjects);
    for (const label of stopLabels(alarms)) {
      assert.equal(alarms.find((alarm) => alarm.label === label)?.urgency, "outage", label);
    }
  });
});
