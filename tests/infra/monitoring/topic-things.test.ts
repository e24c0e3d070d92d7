import * as assert from "node:assert/strict";

import { planMonitoring } from "../../../infra/monitoring/plan";
import { monitoringArgs } from "./built";

describe("the topics by which people are told", () => {
  const told = (name: string, region: "eu-west-1" | "eu-central-1") =>
    ({
      name,
      region,
      arn: `arn:aws:sns:${region}:111122223333:dev-${name}`,
      topicName: `dev-${name}`,
      severity: "notice",
    }) as const;
  const watched = planMonitoring({
    ...monitoringArgs,
    subjects: monitoringArgs.subjects.filter(({ kind }) => kind !== "topic"),
    topics: [told("backups", "eu-west-1"), told("copies", "eu-central-1")],
  }).alarms.filter(({ thing }) => thing.kind === "topic");

  it("are watched as any other thing, each by its own name in AWS", () => {
    const names = new Set(watched.map(({ thing }) => thing.name));
    assert.deepEqual([...names], ["page", "ticket", "notice", "backups"]);
    assert.deepEqual(
      [...new Set(watched.flatMap(({ metrics }) => metrics.map(({ dimensions }) => dimensions.TopicName)))],
      [...["page", "ticket", "notice"].map((word) => `dev-monitoring-notify-${word}`), "dev-backups"],
    );
  });

  it("of another Region are not: CloudWatch does not see them from here", () => {
    assert.ok(watched.every(({ thing }) => thing.name !== "copies"));
  });
});
