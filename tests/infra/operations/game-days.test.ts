import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { criticalities } from "../../../infra/core/criticality";
import {
  type Experiment,
  experiments,
  type ExperimentWord,
  experimentWords,
} from "../../../infra/operations/game-days/experiments";
import {
  type GameDaySchedule,
  scheduleExpression,
  weekdays,
} from "../../../infra/operations/game-days/schedule";
import type { GameDaySizes } from "../../../infra/operations/operations-args";
import { operationsProblems } from "../../../infra/operations/operations-problems";
import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, operationsArgs, runbookOf, undeliveredArn } from "./built";

const types = {
  template: "aws:fis/experimentTemplate:ExperimentTemplate",
  schedule: "aws:scheduler/schedule:Schedule",
  log: "aws:cloudwatch/logGroup:LogGroup",
  role: "aws:iam/role:Role",
  policy: "aws:iam/rolePolicy:RolePolicy",
} as const;

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const one: GameDaySchedule = { day: "tuesday", week: 2, time: "09:30", timezone: "Europe/Madrid" };
const other: GameDaySchedule = { day: "thursday", week: 3, time: "14:00", timezone: "UTC" };

/**
 * Rights by action. An instance is not started again: Auto Scaling replaces it.
 *
 * Source: https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html, 2026-11
 */
const needed: Readonly<Record<string, readonly string[]>> = {
  "aws:ecs:stop-task": ["ecs:DescribeTasks", "ecs:ListTasks", "ecs:StopTask", "tag:GetResources"],
  "aws:ec2:stop-instances": ["ec2:DescribeInstances", "ec2:StopInstances"],
  "aws:rds:reboot-db-instances": ["rds:DescribeDBInstances", "rds:RebootDBInstance", "tag:GetResources"],
};

const holding = (gameDays: GameDaySizes) => ({
  ...operationsArgs,
  sizes: { ...operationsArgs.sizes, gameDays },
});

const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

function statementsOf(simulation: Simulation, name: string): readonly Statement[] {
  const { policy } = simulation.inputsOf(types.policy, name);
  // An IAM document that the provider's check has seen.
  const { Statement: found } = JSON.parse(text(policy)) as {
    readonly Statement: readonly {
      readonly [Key in keyof Statement]: Statement[Key] | string;
    }[];
  };
  return found.map(({ Action, Resource, ...rest }) => ({
    ...(rest as Pick<Statement, "Effect" | "Condition">),
    Action: list(Action),
    Resource: list(Resource),
  }));
}

const paths = (
  gameDays: GameDaySizes,
  criticality: (typeof criticalities)[number] = "low",
): readonly string[] =>
  operationsProblems({ ...holding(gameDays), criticality }).map(({ path }) => path.join("."));

describe("game days", () => {
  let off: Simulation;
  let on: Simulation;
  before(async () => {
    ({ simulation: off } = await build(operationsArgs));
    ({ simulation: on } = await build(holding({ experiments: { "lose-task": one } })));
  });

  const schedule = (simulation: Simulation, word: ExperimentWord) =>
    simulation.inputsOf(types.schedule, `operations-game-day-${word}`);

  it("are the same things whether they take place or not", () => {
    const things = (of: Simulation): readonly string[] =>
      of.resources().map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(things(on), things(off));
    assert.equal(off.ofType(types.template).length, experimentWords.length);
  });

  it("inject nothing unless configuration says when, and nobody can by hand", () => {
    for (const word of experimentWords) {
      assert.equal(schedule(off, word).state, "DISABLED", word);
      const statements = statementsOf(off, `operations-game-day-${word}`);
      assert.deepEqual(
        statements.map(({ Effect }) => Effect),
        ["Deny"],
      );
    }
  });

  it("refuse, where they do not take place, all that they would take where they do", async () => {
    const all: GameDaySizes = {
      experiments: { "lose-task": one, "lose-instance": other, "restart-database": { ...one, week: 4 } },
    };
    const { simulation } = await build(holding(all));
    for (const word of experimentWords) {
      const name = `operations-game-day-${word}`;
      const allowed = statementsOf(simulation, name)
        .flatMap(({ Action }) => Action)
        .filter((action) => !action.startsWith("logs:"));
      const denied = statementsOf(off, name).flatMap(({ Action }) => Action);
      assert.deepEqual([...new Set(allowed)].sort(), [...denied].sort(), word);
    }
  });

  it("begin what configuration names at its time, and nothing else", () => {
    const { state, scheduleExpression: when, scheduleExpressionTimezone: zone } = schedule(on, "lose-task");
    assert.deepEqual([state, when, zone], ["ENABLED", "cron(30 9 ? * TUE#2 *)", "Europe/Madrid"]);
    assert.equal(schedule(on, "lose-instance").state, "DISABLED");
    assert.equal(schedule(on, "restart-database").state, "DISABLED");
    assert.ok(statementsOf(on, "operations-game-day-lose-instance").every(({ Effect }) => Effect === "Deny"));
  });

  it("stop by the alarms that watch every day, and are never without one", () => {
    for (const { inputs, name } of on.ofType(types.template)) {
      assert.deepEqual(
        inputs.stopConditions,
        operationsArgs.stopAlarmArns.map((value) => ({ source: "aws:cloudwatch:alarm", value })),
        name,
      );
    }
    const without = operationsProblems({ ...operationsArgs, stopAlarmArns: [] });
    assert.deepEqual(
      without.map(({ path }) => path),
      [["stopAlarmArns"]],
    );
    const many = Array.from({ length: 6 }, (_, index) => `arn:${index}`);
    assert.equal(operationsProblems({ ...operationsArgs, stopAlarmArns: many }).length, 1);
  });

  it("find what they break by the environment's tag alone, and one thing at a time", () => {
    for (const { inputs } of on.ofType(types.template)) {
      const [target, ...more] = inputs.targets as readonly Record<string, unknown>[];
      assert.deepEqual(more, []);
      assert.deepEqual(target?.resourceTags, [{ key: "Environment", value: "dev" }]);
      assert.equal(target.selectionMode, "COUNT(1)");
      assert.equal(target.resourceArns, undefined);
    }
  });

  it("keep rights within the environment: by its names, its cluster or its tag", () => {
    const place = { scope: operationsArgs.scope, clusterName: "dev-compute" };
    const looks = /^(ec2:Describe|ecs:ListTasks$|tag:GetResources$)/;
    for (const { word, rights } of experiments) {
      for (const { actions, resources = [], conditions = {} } of rights(place)) {
        const named = resources.every((resource) => /[:/]dev-/.test(resource));
        const narrowed = JSON.stringify(conditions).includes('"aws:ResourceTag/Environment":"dev"');
        assert.ok(
          named || narrowed || actions.every((action) => looks.test(action)),
          `${word}: ${actions.join()}`,
        );
      }
    }
  });

  it("have every right that AWS says the action takes, and no other", () => {
    const place = { scope: operationsArgs.scope, clusterName: "dev-compute" };
    for (const { word, action, rights } of experiments) {
      const given = rights(place).flatMap(({ actions }) => actions);
      assert.deepEqual([...given].sort(), needed[action.id], word);
    }
  });

  it("let a schedule begin its own experiment and no other", () => {
    for (const word of experimentWords) {
      const template = on.resource(types.template, `operations-game-day-${word}`);
      const begin = statementsOf(on, `operations-game-day-${word}-start`).find(({ Action }) =>
        Action.includes("fis:StartExperiment"),
      );
      assert.deepEqual(begin?.Resource, [
        `arn:aws:fis:eu-west-1:111122223333:experiment-template/${template.id}`,
        "arn:aws:fis:eu-west-1:111122223333:experiment/*",
      ]);
      const { target } = schedule(on, word);
      const { input } = target as { readonly input: string };
      assert.equal((JSON.parse(input) as { ExperimentTemplateId: string }).ExperimentTemplateId, template.id);
    }
  });

  it("trust each service with its role, for this account's own experiments and schedules", () => {
    const roles = on.ofType(types.role).filter(({ name }) => name.startsWith("operations-game-day-"));
    assert.equal(roles.length, 2 * experimentWords.length);
    for (const { name, inputs } of roles) {
      const trust = text(inputs.assumeRolePolicy);
      const [service, source] = name.endsWith("-start")
        ? ["scheduler", "scheduler:eu-west-1:111122223333:schedule-group/dev-game-days"]
        : ["fis", "fis:eu-west-1:111122223333:experiment/*"];
      assert.ok(trust.includes(`"${service}.amazonaws.com"`), name);
      assert.ok(trust.includes(`"aws:SourceArn":"arn:aws:${source}"`), name);
      assert.ok(trust.includes('"aws:SourceAccount":"111122223333"'), name);
    }
  });

  it("write a log that is encrypted and ends, and put aside what could not be begun", () => {
    const log = on.resource(types.log, "operations-game-day");
    assert.deepEqual([log.inputs.kmsKeyId, log.inputs.retentionInDays], [operationsArgs.key.arn, 30]);
    for (const { inputs } of on.ofType(types.template)) {
      assert.ok(JSON.stringify(inputs.logConfiguration).includes(`"${text(log.outputs.arn)}:*"`));
    }
    for (const { inputs } of on.ofType(types.schedule)) {
      assert.equal(inputs.kmsKeyArn, operationsArgs.key.arn);
      assert.ok(JSON.stringify(inputs.target).includes(undeliveredArn));
    }
  });

  it("are answered by runbooks that alarms name", () => {
    const answer = ({ runbook }: Experiment): boolean =>
      runbookOf(runbook).triggers.some(({ kind }) => kind === "alarm");
    assert.deepEqual(
      experiments.filter((experiment) => !answer(experiment)).map(({ word }) => word),
      [],
    );
    assert.deepEqual(
      experiments.map(({ word }) => word),
      [...experimentWords],
    );
    for (const { does, expected } of experiments) {
      for (const sentence of [does, expected]) assert.match(sentence, /^[A-Z].*[^.]$/);
    }
  });

  it("keep names within AWS's limits for the longest environment", async () => {
    const { simulation } = await build({
      ...operationsArgs,
      scope: { ...operationsArgs.scope, environment: "twelveletter", region: "ap-southeast-7" },
    });
    for (const { id } of simulation.ofType(types.role)) assert.ok(id.length <= 64, id);
    for (const { inputs } of simulation.ofType(types.schedule)) assert.ok(text(inputs.name).length <= 64);
  });
});

describe("the times of game days", () => {
  const anyTime = fc.record({
    day: fc.constantFrom(...weekdays),
    week: fc.integer({ min: 1, max: 4 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":")),
    timezone: fc.constantFrom("UTC", "Europe/Madrid", "America/Sao_Paulo"),
  });

  it("are accepted whatever they are, and read by AWS as they were meant", () => {
    fc.assert(
      fc.property(anyTime, (schedule) => {
        assert.deepEqual(paths({ experiments: { "lose-task": schedule } }), []);
        const [, minute, hour, day, week] =
          /^cron\((\d+) (\d+) \? \* ([A-Z]{3})#([1-4]) \*\)$/.exec(scheduleExpression(schedule)) ?? [];
        assert.equal(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`, schedule.time);
        assert.ok(schedule.day.toUpperCase().startsWith(day ?? "-"));
        assert.equal(Number(week), schedule.week);
      }),
    );
  });

  it("are refused where there is no such time, zone or week", () => {
    const at = "sizes.gameDays.experiments.lose-task";
    const wrong = (change: Partial<GameDaySchedule>): readonly string[] =>
      paths({ experiments: { "lose-task": { ...one, ...change } } });
    for (const time of ["24:00", "9:30", "10:60", "noon"]) assert.deepEqual(wrong({ time }), [`${at}.time`]);
    for (const week of [0, 5, 1.5]) assert.deepEqual(wrong({ week }), [`${at}.week`]);
    for (const timezone of ["", "Mars/Olympus"]) assert.deepEqual(wrong({ timezone }), [`${at}.timezone`]);
    assert.deepEqual(wrong({ time: "25:00", week: 9, timezone: "nowhere" }), [
      `${at}.week`,
      `${at}.time`,
      `${at}.timezone`,
    ]);
  });

  it("are refused where two experiments would be at once, or none is named", () => {
    assert.deepEqual(paths({ experiments: { "lose-task": one, "lose-instance": one } }), [
      "sizes.gameDays.experiments.lose-instance",
    ]);
    assert.deepEqual(paths({ experiments: { "lose-task": one, "lose-instance": other } }), []);
    assert.deepEqual(paths({ experiments: {} }), ["sizes.gameDays.experiments"]);
  });
});

describe("a game day where customers are", () => {
  it("needs the environment's name once more, by the criticality of the environment", () => {
    for (const criticality of criticalities) {
      const depended = criticality === "critical" || criticality === "high";
      const expected = depended ? ["sizes.gameDays.confirm"] : [];
      assert.deepEqual(paths({ experiments: { "lose-task": one } }, criticality), expected, criticality);
      assert.deepEqual(paths({ experiments: { "lose-task": one }, confirm: "dev" }, criticality), []);
      assert.deepEqual(paths({ experiments: { "lose-task": one }, confirm: "prod" }, criticality), [
        "sizes.gameDays.confirm",
      ]);
    }
  });

  it("is refused before anything is registered", async () => {
    await assert.rejects(
      build({ ...holding({ experiments: { "lose-task": one } }), criticality: "critical" }),
      /sizes\.gameDays\.confirm: given nothing; allowed: the environment's own name, dev/,
    );
  });
});
