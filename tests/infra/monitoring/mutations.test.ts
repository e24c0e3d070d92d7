import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";

import type { Monitored } from "../../../infra/core/monitored";
import { runbookWords } from "../../../infra/core/runbook-words";
import { entriesOf } from "../../../infra/monitoring/alarm-catalogue";
import { type MonitoringPlan, planMonitoring } from "../../../infra/monitoring/plan";
import { monitoringArgs } from "./built";
import { gaps, unseen } from "./completeness";
import { anyOf, everything, kinds, otherEngines } from "./things";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "alarms.md"), "utf8");

/** A list without one of its elements. */
function without<Element>(list: readonly Element[], index: number): readonly Element[] {
  return list.filter((_, position) => position !== index);
}

/** Any things of any kinds and sizes around one service, each with a name of its own. */
const anyThings: fc.Arbitrary<readonly Monitored[]> = fc
  .tuple(
    anyOf("service"),
    anyOf("target-group"),
    fc.array(
      fc.constantFrom(...kinds.filter((kind) => kind !== "service" && kind !== "target-group")).chain(anyOf),
      { maxLength: 12 },
    ),
  )
  .map(([service, group, others]) => [
    service,
    group,
    ...others.map((thing, index) => ({ ...thing, name: `${thing.name}${index}` })),
  ]);

describe("the watching of any business, in any size", () => {
  it("has an alarm for each trouble of each thing, a place where it is seen, and nothing about what is not there", () => {
    fc.assert(
      fc.property(anyThings, (subjects) => {
        const args = { ...monitoringArgs, subjects, uses: {}, telemetry: {}, capacities: [] };
        const plan = planMonitoring({ ...args, sizes: { ...args.sizes, mutes: {} } });
        const watched = new Set(plan.alarms.map(({ thing, word }) => `${thing.kind} ${thing.name} ${word}`));
        for (const thing of subjects) {
          for (const { word } of entriesOf(thing)) {
            assert.ok(watched.has(`${thing.kind} ${thing.name} ${word}`), `${thing.kind} ${word}`);
          }
        }
        const known = new Set(subjects.map(({ name }) => name));
        for (const { thing, word } of plan.alarms) {
          const ofTheWay = thing.kind === "topic" || thing.name.endsWith("monitoring-undelivered");
          assert.ok(known.has(thing.name) || ofTheWay, word);
        }
        assert.deepEqual(unseen(plan, args), []);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the completeness of the watching of one thing of each kind", () => {
  const args = { ...monitoringArgs, subjects: [...everything, ...otherEngines] };
  const plan = planMonitoring(args);
  const found = (changed: Partial<MonitoringPlan>): readonly string[] =>
    gaps({ ...plan, ...changed }, args, page);

  it("has no gap", () => {
    assert.deepEqual(found({}), []);
  });

  it("has one as soon as any entry of the catalogue of alarms is gone", () => {
    const entries = plan.alarms.filter(({ word }) => !/^(heartbeat|availability-|latency-)/.test(word));
    assert.ok(entries.length > 70, String(entries.length));
    for (const gone of entries) {
      const alarms = plan.alarms.filter(
        ({ thing, word }) => thing.kind !== gone.thing.kind || word !== gone.word,
      );
      assert.notDeepEqual(found({ alarms }), [], `${gone.thing.kind} ${gone.word}`);
    }
  });

  it("has one as soon as any event is not told", () => {
    assert.ok(plan.events.length > 30, String(plan.events.length));
    plan.events.forEach(({ name }, index) => {
      assert.notDeepEqual(found({ events: without(plan.events, index) }), [], name);
    });
  });

  it("has one as soon as any alarm or event names another runbook", () => {
    const other = (runbook: string): (typeof runbookWords)[number] =>
      runbook === "patch-now" ? "snapshot-now" : "patch-now";
    plan.alarms.forEach((alarm, index) => {
      if (/^(heartbeat|availability-|latency-)/.test(alarm.word)) return;
      const alarms = plan.alarms.with(index, { ...alarm, runbook: other(alarm.runbook) });
      assert.notDeepEqual(found({ alarms }), [], alarm.label);
    });
    plan.events.forEach((event, index) => {
      const entry = { ...event.entry, runbook: other(event.entry.runbook) };
      assert.notDeepEqual(found({ events: plan.events.with(index, { ...event, entry }) }), [], event.name);
    });
  });

  for (const dashboard of plan.dashboards) {
    it(`has one as soon as any widget of ${dashboard.label} is gone`, () => {
      let widgets = 0;
      dashboard.sections.forEach((section, index) => {
        section.widgets.forEach((widget, position) => {
          widgets += 1;
          const sections = dashboard.sections.with(index, {
            ...section,
            widgets: without(section.widgets, position),
          });
          const dashboards = plan.dashboards.map((each) =>
            each === dashboard ? { ...each, sections } : each,
          );
          const title = widget.kind === "text" ? widget.markdown : widget.title;
          assert.notDeepEqual(found({ dashboards }), [], `${section.title}: ${title}`);
        });
      });
      assert.ok(widgets > 10, String(widgets));
    });
  }

  it("has one as soon as any dashboard is gone", () => {
    plan.dashboards.forEach(({ label }, index) => {
      assert.notDeepEqual(found({ dashboards: without(plan.dashboards, index) }), [], label);
    });
  });

  it("has one as soon as any alarm over alarms is on no page", () => {
    for (const { name } of plan.composites) {
      const dashboards = plan.dashboards.map((dashboard) => ({
        ...dashboard,
        sections: dashboard.sections.map((section) => ({
          ...section,
          widgets: section.widgets.map((widget) =>
            widget.kind === "alarms"
              ? { ...widget, alarms: widget.alarms.filter((arn) => !arn.endsWith(`:${name}`)) }
              : widget,
          ),
        })),
      }));
      assert.notDeepEqual(found({ dashboards }), [], name);
    }
  });
});
