import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { accountOf, type Made } from "./lab";
import { text } from "./text";

const types = {
  template: "aws:fis/experimentTemplate:ExperimentTemplate",
  group: "aws:scheduler/scheduleGroup:ScheduleGroup",
  schedule: "aws:scheduler/schedule:Schedule",
  role: "aws:iam/role:Role",
  sink: "aws:oam/sink:Sink",
  sinkPolicy: "aws:oam/sinkPolicy:SinkPolicy",
  link: "aws:oam/link:Link",
} as const;

const alarm = { source: "aws:cloudwatch:alarm", value: "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a" };
const target = {
  name: "tasks",
  resourceType: "aws:ecs:task",
  selectionMode: "COUNT(1)",
  resourceTags: [{ key: "Environment", value: "dev" }],
};

async function templates(): Promise<(change: WireObject) => Promise<Made>> {
  const make = accountOf(types);
  const role = await make("role", { name: "fis", assumeRolePolicy: "{}" });
  const template = {
    description: "Stop a task",
    roleArn: text(role.outputs.arn),
    actions: [{ name: "stop", actionId: "aws:ecs:stop-task", target: { key: "Tasks", value: "tasks" } }],
    targets: [target],
    stopConditions: [alarm],
  };
  return (change) => make("template", { ...template, ...change });
}

describe("experiments of simulated AWS", () => {
  it("have an id of their own, and AWS's own options where none are given", async () => {
    const { id, outputs } = await (await templates())({});
    assert.match(id, /^EXT[0-9A-Za-z]{15}$/);
    assert.deepEqual(outputs.experimentOptions, {
      accountTargeting: "single-account",
      emptyTargetResolutionMode: "fail",
    });
  });

  it("stop by one to five alarms, or by none in words", async () => {
    const make = await templates();
    await make({ stopConditions: [{ source: "none" }] });
    await assert.rejects(make({ stopConditions: [] }), /stopConditions/);
    await assert.rejects(make({ stopConditions: Array.from({ length: 6 }, () => alarm) }), /1 to 5/);
    await assert.rejects(make({ stopConditions: [alarm, { source: "none" }] }), /stopConditions/);
    await assert.rejects(make({ stopConditions: [{ ...alarm, value: "an alarm" }] }), /stopConditions/);
  });

  it("work on targets that they name, by ARN or by tag", async () => {
    const make = await templates();
    await assert.rejects(make({ targets: [{ ...target, name: "others" }] }), /which is no target/);
    await assert.rejects(make({ targets: [{ ...target, selectionMode: "SOME" }] }), /targets/);
    await assert.rejects(make({ targets: [{ ...target, resourceArns: ["arn"] }] }), /targets/);
  });

  it("write into log groups by ARNs that end with :*, and act in roles that are there", async () => {
    const make = await templates();
    const logs = (logGroupArn: string): WireObject => ({
      logConfiguration: { logSchemaVersion: 2, cloudwatchLogsConfiguration: { logGroupArn } },
    });
    await make(logs("arn:aws:logs:eu-west-1:123456789012:log-group:a:*"));
    await assert.rejects(make(logs("arn:aws:logs:eu-west-1:123456789012:log-group:a")), /ends with :\*/);
    await assert.rejects(make({ roleArn: "arn:aws:iam::123456789012:role/nobody" }), /nobody/);
  });
});

describe("schedules of simulated AWS", () => {
  const schedule = {
    name: "tuesday",
    groupName: "days",
    scheduleExpression: "cron(0 10 ? * TUE#1 *)",
    flexibleTimeWindow: { mode: "OFF" },
    target: { arn: "arn:aws:scheduler:::aws-sdk:fis:startExperiment", roleArn: "arn" },
  };

  it("are known by group and name, in UTC and switched on unless they say otherwise", async () => {
    const make = accountOf(types);
    const group = await make("group", { name: "days" });
    assert.equal(group.outputs.arn, "arn:aws:scheduler:eu-west-1:123456789012:schedule-group/days");
    const { id, outputs } = await make("schedule", schedule);
    assert.equal(id, "days/tuesday");
    assert.deepEqual(
      [outputs.arn, outputs.state, outputs.scheduleExpressionTimezone],
      ["arn:aws:scheduler:eu-west-1:123456789012:schedule/days/tuesday", "ENABLED", "UTC"],
    );
  });

  it("have a group that is there, and a time that AWS reads", async () => {
    const make = accountOf(types);
    await assert.rejects(make("schedule", schedule), /days/);
    await make("group", { name: "days" });
    for (const scheduleExpression of ["cron(0 10 * * *)", "every tuesday", "cron(0 10 * * TUE *)"]) {
      await assert.rejects(make("schedule", { ...schedule, scheduleExpression }), /scheduleExpression/);
    }
    await assert.rejects(make("schedule", { ...schedule, state: "PAUSED" }), /state/);
    await assert.rejects(
      make("schedule", { ...schedule, flexibleTimeWindow: { mode: "FLEXIBLE" } }),
      /flexibleTimeWindow/,
    );
    await assert.rejects(make("group", { name: "days" }), /already/);
    await assert.rejects(make("group", { name: "two words" }), /name/);
  });
});

describe("telemetry that accounts of simulated AWS share", () => {
  it("goes to one sink a Region, whose policy is by its ARN", async () => {
    const make = accountOf(types);
    const { id, outputs } = await make("sink", { name: "all" });
    assert.match(id, /^arn:aws:oam:eu-west-1:123456789012:sink\/[0-9a-f-]{36}$/);
    assert.equal(outputs.arn, id);
    assert.equal(`arn:aws:oam:eu-west-1:123456789012:sink/${text(outputs.sinkId)}`, id);
    const policy = await make("sinkPolicy", { sinkIdentifier: id, policy: "{}" });
    assert.equal(policy.outputs.sinkId, outputs.sinkId);
    await assert.rejects(make("sink", { name: "another" }), /one sink/);
    await assert.rejects(make("sinkPolicy", { sinkIdentifier: "arn:none", policy: "{}" }), /arn:none/);
  });

  it("is linked once to each sink of another account", async () => {
    const make = accountOf(types);
    const link = {
      labelTemplate: "$AccountName",
      resourceTypes: ["AWS::CloudWatch::Metric"],
      sinkIdentifier: "arn:aws:oam:eu-west-1:210987654321:sink/1",
    };
    const { id, outputs } = await make("link", link);
    assert.match(id, /:link\//);
    assert.equal(outputs.sinkArn, link.sinkIdentifier);
    await assert.rejects(make("link", link), /already/);
    await assert.rejects(make("link", { ...link, sinkIdentifier: "sink" }), /sinkIdentifier/);
  });
});
