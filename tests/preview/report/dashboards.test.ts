import * as assert from "node:assert/strict";

import { pageDashboards } from "../../../preview/report/dashboards";
import type { WireObject } from "../../../simulator/wire";
import { component, resource, stack } from "./fixture";

const type = "aws:cloudwatch/dashboard:Dashboard";

const body: WireObject = {
  widgets: [
    { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: "## Orders" } },
    {
      ...{ type: "alarm", x: 0, y: 1, width: 24, height: 2 },
      properties: { title: "Is it well?", alarms: ["arn:aws:cloudwatch:eu-west-1:1:alarm:dev-unwell"] },
    },
    {
      ...{ type: "metric", x: 0, y: 3, width: 8, height: 6 },
      properties: {
        title: "errors (percent)",
        metrics: [
          ["AWS/SQS", "Sent", "QueueName", "[unknown]", { id: "a", label: "sent", visible: false }],
          [{ id: "b", expression: "a / 2", label: "share" }],
          ["AWS/SQS", "Received"],
        ],
        annotations: { horizontal: [{ label: "alarm", value: 5 }] },
      },
    },
  ],
};

const drawn = [
  {
    ...{ kind: "text", x: 0, y: 0, width: 24, height: 1, title: "", markdown: "## Orders" },
    ...{ labels: [], levels: [] },
  },
  {
    ...{ kind: "alarm", x: 0, y: 1, width: 24, height: 2, title: "Is it well?", markdown: "" },
    ...{ labels: ["dev-unwell"], levels: [] },
  },
  {
    ...{ kind: "metric", x: 0, y: 3, width: 8, height: 6, title: "errors (percent)", markdown: "" },
    ...{ labels: ["share", "Received"], levels: [{ label: "alarm", value: 5 }] },
  },
];

describe("the dashboards of the report", () => {
  it("are drawn from a body that is known: where each widget stands, and the lines that it shows", () => {
    const orders = resource({
      ...{ type, name: "orders" },
      inputs: { dashboardName: "dev-orders", dashboardBody: JSON.stringify(body) },
    });
    const [dashboard] = pageDashboards([stack(), orders]);
    assert.deepEqual(dashboard, { resource: 1, name: "dev-orders", widgets: drawn });
  });

  it("are drawn from what the program tells of a body that is not known", () => {
    const orders = resource({ type, name: "orders", inputs: { dashboardBody: "[unknown]" } });
    const told = {
      ...component("platform:core:KnownParts", "known-parts"),
      inputs: { resources: [{ urn: orders.urn, inputs: { dashboardBody: body } }] },
    };
    const [dashboard] = pageDashboards([stack(), orders, told]);
    assert.deepEqual(dashboard, { resource: 1, name: "orders", widgets: drawn });
  });

  it("are left out where nothing is known of them, or what is given is no dashboard", () => {
    for (const given of ["[unknown]", "no JSON", "[]", '{"widgets": 3}', 7]) {
      assert.deepEqual(
        pageDashboards([resource({ type, name: "x", inputs: { dashboardBody: given } })]),
        [],
        String(given),
      );
    }
  });
});
