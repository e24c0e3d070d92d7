import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  columns,
  dashboardLimits,
  dashboardMistakes,
  place,
  type Section,
  type Widget,
} from "../../../infra/monitoring/dashboard-body";
import { planMonitoring } from "../../../infra/monitoring/plan";
import type { Monitored } from "../../../infra/core/monitored";
import { compositeLimits } from "../../../infra/monitoring/composites";
import { monitoringArgs } from "./built";
import { frontPage } from "./completeness";
import { evaluate } from "./metric-math";
import { samples } from "./things";

const { dashboards } = planMonitoring(monitoringArgs);

const graph = (width: number, height: number, lines = 1): Widget => ({
  ...{ kind: "graph", title: "x", levels: [], periodSeconds: 60, width, height },
  lines: Array.from({ length: lines }, (_, index) => ({
    ...{ kind: "metric" as const, id: `m${index}`, namespace: "AWS/SQS", metricName: "Sent", stat: "Sum" },
    ...{ dimensions: {}, label: "x", visible: true },
  })),
});

const anyWidget = fc
  .tuple(fc.integer({ min: 1, max: columns }), fc.integer({ min: 1, max: 8 }))
  .map(([width, height]) => graph(width, height));
const anySections: fc.Arbitrary<readonly Section[]> = fc.array(
  fc.record({ title: fc.constant("part"), widgets: fc.array(anyWidget, { maxLength: 12 }) }),
  { maxLength: 6 },
);

describe("the places of widgets", () => {
  it("lie within the page and never over one another", () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const placed = place(sections);
        placed.forEach((one, index) => {
          assert.ok(one.x >= 0 && one.x + one.width <= columns);
          for (const other of placed.slice(index + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            assert.ok(apart);
          }
        });
      }),
    );
  });

  it("keep the order in which they are given", () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const given = sections.flatMap(({ widgets }) => widgets);
        const placed = place(sections).flatMap(({ widget }) => (given.includes(widget) ? [widget] : []));
        assert.deepEqual(placed, given);
      }),
    );
  });
});

describe("a dashboard that is too large", () => {
  const mistakes = (widgets: readonly Widget[]): readonly string[] =>
    dashboardMistakes({ label: "x", start: "-PT3H", sections: [{ title: "part", widgets }] });

  it("is refused by its widgets, its metrics and its alarms", () => {
    const lamps = (count: number): Widget => ({
      ...{ kind: "alarms", title: "x", height: 2 },
      alarms: Array.from({ length: count }, (_, index) => `arn:${index}`),
    });
    assert.deepEqual(mistakes([graph(6, 4, dashboardLimits.metricsOfWidget), lamps(100)]), []);
    assert.match(mistakes([graph(6, 4, 501)]).join(), /501 metrics in a widget/);
    assert.match(mistakes(Array.from({ length: 6 }, () => graph(6, 4, 450))).join(), /2700 metrics/);
    assert.match(mistakes(Array.from({ length: 500 }, () => graph(6, 4))).join(), /501 widgets/);
    assert.match(mistakes([lamps(101)]).join(), /101 alarms/);
  });
});

describe("the dashboards and composites of a business that has grown", () => {
  const services = Array.from({ length: 500 }, (_, index) => `service-${index}`);
  const { dashboards: many, composites } = planMonitoring({
    ...monitoringArgs,
    subjects: services.flatMap((name): readonly Monitored[] => [
      { ...samples.service, name, dimensions: { ClusterName: "dev-compute", ServiceName: name } },
      { ...samples.table, name, dimensions: { TableName: name } },
      { ...samples.queue, name, workload: name, dimensions: { QueueName: name } },
    ]),
    capacities: services.map((name) => ({
      ...{
        family: "capacity",
        name,
        vcpu: 1,
        memoryGib: 2,
        storageGib: 20,
        count: 1,
        minimum: 1,
        maximum: 2,
      },
    })),
    uses: {},
    telemetry: {},
    sizes: { ...monitoringArgs.sizes, mutes: {} },
  });

  it("take more pages, each within what CloudWatch shows, and lose nothing", () => {
    assert.deepEqual(many.flatMap(dashboardMistakes), []);
    const tables = many
      .filter(({ label }) => label.startsWith("foundations"))
      .flatMap(({ sections }) => sections)
      .flatMap(({ widgets }) => widgets)
      .flatMap((widget) => (widget.kind === "graph" ? widget.lines : []))
      .flatMap((line) => (line.kind === "metric" ? Object.values(line.dimensions) : []));
    assert.deepEqual(
      services.filter((name) => !tables.includes(name)),
      [],
    );
    const labels = many.map(({ label }) => label);
    assert.equal(new Set(labels).size, labels.length);
  });

  it("look at no more alarms than a rule holds, by parts, and at all of them", () => {
    for (const { label, children, rule } of composites) {
      assert.ok(children.length <= compositeLimits.children, label);
      assert.ok(rule.length <= compositeLimits.ruleLength, label);
    }
    const whole = composites.find(({ label }) => label === "unwell");
    const below = composites
      .filter(({ name }) => whole?.children.includes(name))
      .flatMap(({ children }) => children);
    assert.equal(below.length, 500);
  });
});

describe("the dashboards of an environment", () => {
  it("are its front page, what lies beneath, its capacity, and one for each workload", () => {
    assert.deepEqual(
      dashboards.map(({ label }) => label),
      ["overview", "foundations", "capacity", "workload-orders", "workload-planning"],
    );
  });

  for (const dashboard of dashboards) {
    const placed = place(dashboard.sections);
    it(`${dashboard.label} computes in each graph with what the graph has, by ids of its own`, () => {
      for (const { widget } of placed) {
        if (widget.kind !== "graph") continue;
        const ids = widget.lines.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, widget.title);
        for (const line of widget.lines) {
          assert.match(line.id, /^[a-z][A-Za-z0-9_]*$/);
          if (line.kind === "metric" || line.expression.includes("SEARCH(")) continue;
          const named = line.expression.match(/\b[a-z][A-Za-z0-9_]*/g) ?? [];
          assert.deepEqual(
            named.filter((name) => !ids.includes(name)),
            [],
            widget.title,
          );
        }
        assert.ok(
          widget.lines.some((line) => line.kind === "expression" || line.visible),
          widget.title,
        );
      }
    });
  }

  it("begin with what matters: health, promises, front door, what waits, stores, backups, quotas, cost", () => {
    const overview = dashboards.find(({ label }) => label === "overview");
    const seen = overview?.sections.map(({ title, widgets }) => [
      title,
      widgets.map((widget) => (widget.kind === "text" ? "words" : widget.title)),
    ]);
    assert.deepEqual(seen, frontPage);
  });

  it("show how a workload answers before what it takes", () => {
    const orders = dashboards.find(({ label }) => label === "workload-orders");
    const [, balancer] = orders?.sections ?? [];
    assert.deepEqual(
      balancer?.widgets.slice(0, 2).map((widget) => (widget.kind === "graph" ? widget.title : "")),
      ["requests, and errors among them (count a minute)", "time to answer (seconds)"],
    );
  });

  it("show what is used beside what is installed, for everything whose size somebody has chosen", () => {
    const capacity = dashboards.find(({ label }) => label === "capacity");
    const graphs = (capacity?.sections ?? []).flatMap(({ widgets }) =>
      widgets.flatMap((widget) => (widget.kind === "graph" ? [widget] : [])),
    );
    assert.deepEqual(
      [...new Set(graphs.map(({ title }) => title.replace(/:.*/, "")))],
      ["orders", "planning", "sales", "workshop", "prices", "stock"],
    );
    for (const { title, levels, lines } of graphs)
      assert.ok(levels.length > 0 || lines.some(({ label }) => label === "installed"), title);
  });

  it("say of nothing that it has no storage, where it has none of a fixed size", () => {
    const [installed] = monitoringArgs.capacities;
    assert.ok(installed !== undefined);
    const cache = { ...installed, name: "prices", storageGib: 0 };
    const planned = planMonitoring({ ...monitoringArgs, capacities: [installed, cache] });
    const capacity = planned.dashboards.find(({ label }) => label === "capacity");
    const [table = ""] = (capacity?.sections ?? []).flatMap(({ widgets }) =>
      widgets.flatMap((widget) => (widget.kind === "text" ? [widget.markdown] : [])),
    );
    const storage = table
      .split("\n")
      .slice(2)
      .map((row) => row.split(" | ")[3]);
    assert.deepEqual(storage, ["20", "–"]);
  });

  it("say in hours of processors and memory what each service had, and what it used of that", () => {
    const capacity = dashboards.find(({ label }) => label === "capacity");
    const graphs = (capacity?.sections ?? []).flatMap(({ widgets }) =>
      widgets.flatMap((widget) => (widget.kind === "graph" ? [widget] : [])),
    );
    assert.deepEqual([samples.service.sizes.vcpu, samples.service.sizes.memoryMib], [1, 2048]);
    // Three tasks for an hour, each at 40 %: 180 samples a metric.
    const series = { minutes: [180], percents: [180 * 40] };
    const hours = (title: string): readonly (number | undefined)[] =>
      (graphs.find((graph) => graph.title === title)?.lines ?? []).flatMap((line) =>
        line.kind === "expression" ? evaluate(line.expression, { series, times: [new Date(0)] }) : [],
      );
    assert.deepEqual(hours("orders: hours of vCPU"), [3, 1.2]);
    assert.deepEqual(hours("orders: hours of GiB"), [6, 2.4]);
    for (const { title, periodSeconds } of graphs)
      if (title.includes("hours of")) assert.equal(periodSeconds, 3600, title);
  });

  it("show use against what scaling aims at, with the line below which half the size is enough", () => {
    const capacity = dashboards.find(({ label }) => label === "capacity");
    const graphs = (capacity?.sections ?? []).flatMap(({ widgets }) =>
      widgets.flatMap((widget) =>
        widget.kind === "graph" && widget.title.includes("low use") ? [widget] : [],
      ),
    );
    assert.deepEqual(
      graphs.map(({ title, levels }) => [title.replace(/:.*/, ""), levels.map(({ value }) => value)]),
      [
        ["orders", [50]],
        ["planning", [50]],
        ["workshop", [50]],
      ],
    );
  });

  it("show a workload on one axis of time, from the balancer to what it depends on", () => {
    const orders = dashboards.find(({ label }) => label === "workload-orders");
    assert.ok(orders !== undefined);
    for (const { x, width, widget } of place(orders.sections)) {
      if (widget.kind === "graph") assert.deepEqual([x, width], [0, columns], widget.title);
    }
    assert.deepEqual(
      orders.sections.map(({ title }) => title.replace(/:.*/, "")),
      [
        ...["orders", "Balancer", "Workload", "Queues", "Calls"],
        ...[
          "database sales",
          "table stock",
          "cache prices",
          "bucket documents",
          "partner manufacturer",
          "Logs",
        ],
      ],
    );
  });
});
