import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as fc from "fast-check";
import {
  driftResource,
  FileStore,
  loseResource,
  MemoryStore,
  type World,
  type WorldStore,
} from "../../simulator";
import type { WorldResource } from "../../simulator/world";

const TYPE = "aws:sqs/queue:Queue";

/** What is done to a world: by which of two processes, to which resource, and what. */
interface Act {
  readonly process: 0 | 1;
  readonly id: string;
  readonly kind: "make" | "change" | "lose";
  readonly value: number;
}

const acts = fc.array(
  fc.record<Act>({
    process: fc.constantFrom(0, 1),
    id: fc.constantFrom("orders", "quotes", "stock"),
    kind: fc.constantFrom("make", "change", "lose"),
    value: fc.nat(),
  }),
  { maxLength: 40 },
);

function queue(id: string, value: number): WorldResource {
  const attributes = { value, text: "{\n{ brace }\n}" };
  return { type: TYPE, id, urn: id, generation: 0, region: "eu-west-1", accountId: "", attributes };
}

function exists(store: WorldStore, id: string): boolean {
  return store.view(({ resources }) => resources.some((resource) => resource.id === id));
}

function act(store: WorldStore, { id, kind, value }: Act): void {
  if (kind === "make" && !exists(store, id))
    store.update((world) => {
      world.resources.push(queue(id, value));
      world.generations.set(id, (world.generations.get(id) ?? 0) + 1);
    });
  if (kind === "change" && exists(store, id)) driftResource(store, id, { value });
  if (kind === "lose") loseResource(store, id);
}

const everything = (store: WorldStore): World => store.view((world) => structuredClone(world));

describe("simulator/file-store", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "world-"));
    file = path.join(folder, "new", "world.json");
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it("keeps for every process that shares the file what memory keeps for one", () => {
    fc.assert(
      fc.property(acts, (all) => {
        fs.rmSync(file, { force: true });
        const processes = [new FileStore(file), new FileStore(file)] as const;
        const memory = new MemoryStore();
        for (const each of all) {
          act(processes[each.process], each);
          act(memory, each);
        }
        const expected = everything(memory);
        for (const store of [...processes, new FileStore(file)])
          assert.deepEqual(everything(store), expected);
      }),
    );
  });

  it("is readable only by its owner, and leaves nothing beside the file", () => {
    act(new FileStore(file), { process: 0, id: "orders", kind: "make", value: 1 });
    assert.equal(fs.statSync(file).mode & 0o077, 0);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ["world.json"]);
  });

  it("adds what changed and nothing of what did not", () => {
    const store = new FileStore(file);
    const sizes = Array.from({ length: 100 }, (_, index) => {
      const before = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      act(store, { process: 0, id: `queue-${String(index + 100)}`, kind: "make", value: 1 });
      return fs.statSync(file).size - before;
    });
    assert.ok(Math.max(...sizes) - Math.min(...sizes) < 10, sizes.join(" "));
  });

  it("is written anew once most of it is replaced, and others see no difference", () => {
    const [changing, watching] = [new FileStore(file), new FileStore(file)];
    act(changing, { process: 0, id: "orders", kind: "make", value: 0 });
    assert.equal(everything(watching).resources.length, 1);
    const alone = fs.statSync(file).size;
    for (let value = 1; value <= 1000; value += 1) driftResource(changing, "orders", { value });
    assert.ok(fs.statSync(file).size < 300 * alone, `${String(fs.statSync(file).size)} bytes`);
    assert.equal(everything(watching).resources[0]?.attributes.value, 1000);
    assert.deepEqual(everything(new FileStore(file)), everything(watching));
  });

  it("refuses a change within a resource, which nobody would find in the file", () => {
    const store = new FileStore(file);
    act(store, { process: 0, id: "orders", kind: "make", value: 41 });
    assert.throws(() => {
      store.update(({ resources }) => Object.assign(resources[0]?.attributes ?? {}, { value: 42 }));
    }, TypeError);
  });

  it("shows what was changed in it by hand", () => {
    act(new FileStore(file), { process: 0, id: "orders", kind: "make", value: 41 });
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("41", "42"));
    assert.equal(everything(new FileStore(file)).resources[0]?.attributes.value, 42);
  });

  it("says which file does not hold a world", () => {
    fs.mkdirSync(path.dirname(file));
    for (const text of ["{", "", "[]", "nothing"]) {
      fs.writeFileSync(file, text);
      assert.throws(
        () => new FileStore(file).view(() => 1),
        /world\.json does not hold a simulated world/,
        text,
      );
    }
  });
});
