import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const subscription = (props: object) => aws("rds/eventSubscription:EventSubscription", { ...props });
const clusters = (props: object) => subscription({ sourceType: "db-cluster", ...props });

fixtures("rds-event-subscriptions", {
  pass: {
    "a subscription to all": { all: subscription({}) },
    "a subscription to all events of clusters": { clusters: clusters({}) },
    "two subscriptions that share the categories": {
      a: clusters({ eventCategories: ["failure"] }),
      b: clusters({ eventCategories: ["maintenance"] }),
    },
  },
  fail: {
    "a subscription to some events": { clusters: clusters({ eventCategories: ["failure"] }) },
    "a subscription that is off": { clusters: clusters({ enabled: false }) },
  },
  unknown: {
    "a subscription whose categories are computed": { clusters: clusters({ eventCategories: UNKNOWN }) },
    "a subscription that may be off": { clusters: clusters({ enabled: UNKNOWN }) },
    "a subscription beside one of computed sources": {
      clusters: clusters({ eventCategories: ["failure"] }),
      other: subscription({ sourceType: UNKNOWN }),
    },
  },
  unset: { "a subscription that names nothing": ["pass", { all: subscription({ enabled: true }) }] },
  alias: { none: "one token" },
  otherTypes: { "a stack without subscriptions": { instance: aws("rds/instance:Instance") } },
});

describe("rds-event-subscriptions in the stack that owns them", () => {
  const settings = { properties: { owned: true } };

  it("asks for every kind of source, one finding for each category", async () => {
    const { lines, verdict } = await judge("rds-event-subscriptions", { clusters: clusters({}) }, settings);
    assert.equal(verdict, "fail");
    assert.deepEqual(
      lines.filter((line) => line.verdict === "fail").map(({ finding }) => finding),
      [
        "db-instance maintenance",
        "db-instance configuration change",
        "db-instance failure",
        "db-parameter-group configuration change",
        "db-security-group configuration change",
        "db-security-group failure",
      ],
    );
  });

  it("fails a stack without any, and passes one with a subscription to all", async () => {
    assert.equal((await judge("rds-event-subscriptions", {}, settings)).verdict, "fail");
    const all = { all: subscription({}) };
    assert.equal((await judge("rds-event-subscriptions", all, settings)).verdict, "pass");
  });
});

describe("rds-event-subscriptions, of where a failure is told", () => {
  it("tells it of the first subscription to anything, in the stack that owns them", async () => {
    const settings = { properties: { owned: true } };
    const { lines } = await judge("rds-event-subscriptions", { clusters: clusters({}) }, settings);
    assert.deepEqual(new Set(lines.map(({ urn }) => urn.split("::").at(-1))), new Set(["clusters"]));
    const none = await judge("rds-event-subscriptions", {}, settings);
    assert.deepEqual(new Set(none.lines.map(({ urn }) => urn.split("::").at(-1))), new Set(["test-test"]));
  });

  it("tells which category is missing", async () => {
    const { lines } = await judge("rds-event-subscriptions", {
      clusters: clusters({ eventCategories: ["failure"] }),
    });
    assert.deepEqual(
      lines.filter(({ verdict }) => verdict === "fail").map(({ finding }) => finding),
      ["db-cluster maintenance"],
    );
  });

  it("takes one category of several for told", async () => {
    const some = {
      some: subscription({ eventCategories: ["maintenance", "failure", "configuration change"] }),
    };
    assert.equal((await judge("rds-event-subscriptions", some)).verdict, "pass");
  });
});
