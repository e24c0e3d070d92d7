import * as assert from "node:assert/strict";

import { catalogue as ours } from "../../stacks/catalogue";
import { catalogueMistakes } from "../../stacks/catalogue/problems";
import { publishedContracts } from "../../stacks/catalogue/published-contracts";
import type { Catalogue } from "../../stacks/catalogue/types";
import { holding, text } from "../../stacks/catalogue/event-schema";

/** Our catalogue with something different in it. */
type Change = (catalogue: Catalogue) => Partial<Catalogue>;

const { orders } = ours.services;
const { stock } = ours.tables;
const stockChanged = ours.events["stock-changed"];
assert.ok(orders && stock && stockChanged);

const long = "the-service-with-a-name-of-33-char";

const wrong: Readonly<Record<string, readonly [path: string, allowed: RegExp, Change]>> = {
  "a store that there is not, with the nearest that there is": [
    "services.orders.uses.tables.stok",
    /one of the tables: sessions, stock/,
    ({ services }) => ({
      services: { ...services, orders: { ...orders, uses: { tables: { stok: "read" } } } },
    }),
  ],
  "a fleet with the name of a service": [
    "fleets.orders",
    /a name that no service has/,
    ({ fleets }) => ({
      fleets: { ...fleets, orders: { ...orders, paths: [], operatingSystem: "amazon-linux-2023" } },
    }),
  ],
  "a table with the name of the one that every catalogue has": [
    "tables.idempotency",
    /another name/,
    ({ tables }) => ({ tables: { ...tables, idempotency: stock } }),
  ],
  "a workload whose name its database takes no user of": [
    `services.${long}`,
    /a name of 32 characters at most.*workshop, of mysql/,
    ({ services }) => ({
      services: { ...services, [long]: { ...orders, paths: [], uses: { databases: { workshop: "read" } } } },
    }),
  ],
  "a call of a service that there is not": [
    "services.orders.calls.0",
    /./,
    ({ services }) => ({ services: { ...services, orders: { ...orders, calls: ["invoices"] } } }),
  ],
  "an event that nobody publishes": [
    "events.stock-changed.producer",
    /./,
    ({ events }) => ({ events: { ...events, "stock-changed": { ...stockChanged, producer: "warehouse" } } }),
  ],
  "a consumer that there is not": [
    "events.stock-changed.consumers.shelves",
    /./,
    ({ events }) => ({
      events: {
        ...events,
        "stock-changed": {
          ...stockChanged,
          consumers: { shelves: { handlerTimeoutSeconds: 30, ageObjectiveSeconds: 60 } },
        },
      },
    }),
  ],
  "a change of a published event that breaks its readers": [
    "events.stock-changed.schema.properties.quantity.type",
    /./,
    ({ events }) => ({
      events: {
        ...events,
        "stock-changed": {
          ...stockChanged,
          schema: holding({ articleId: text, place: text, quantity: text }),
        },
      },
    }),
  ],
  "a domain that there is not": [
    "tables.stock.domain",
    /./,
    ({ tables }) => ({ tables: { ...tables, stock: { ...stock, domain: "warehouse" } } }),
  ],
};

describe("a catalogue", () => {
  it("is fine as it is shipped", () => {
    assert.deepEqual(catalogueMistakes(ours, publishedContracts), []);
  });

  for (const [title, [path, allowed, change]] of Object.entries(wrong)) {
    it(`is refused for ${title}`, () => {
      const found = catalogueMistakes({ ...ours, ...change(ours) }, publishedContracts);
      const told = found.find((mistake) => mistake.path.join(".") === path);
      assert.ok(told, `${path} in ${JSON.stringify(found)}`);
      assert.match(told.allowed, allowed);
    });
  }

  it("is refused for all its mistakes at once", () => {
    const changes = Object.values(wrong).map(([, , change]) => change(ours));
    const all = changes.reduce<Catalogue>(
      (changed, change) => ({
        ...changed,
        ...Object.fromEntries(
          Object.entries(change).map(([kind, entries]) => [
            kind,
            { ...(changed[kind as keyof Catalogue] as object), ...differing(kind, entries as object) },
          ]),
        ),
      }),
      ours,
    );
    const paths = catalogueMistakes(all, publishedContracts).map((mistake) => mistake.path.join("."));
    assert.ok(paths.includes("tables.idempotency") && paths.includes("fleets.orders"), paths.join("\n"));
    assert.ok(paths.length >= 6, paths.join("\n"));
  });
});

/** Entries that a change has changed. */
function differing(kind: string, entries: object): object {
  const before = ours[kind as keyof Catalogue] as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(entries).filter(([name, entry]) => entry !== before[name]));
}
