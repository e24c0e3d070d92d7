import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import {
  driftResource,
  type ExistingResource,
  FileStore,
  loseResource,
  MemoryStore,
  SimulatedAws,
  type WorldStore,
} from "../../simulator";
import type { WireObject } from "../../simulator/wire";

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };
const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const urn = `urn:pulumi:dev::lab::${GROUP}::logs`;

async function withGroup(
  store: WorldStore,
): Promise<{ id: string; read: () => ReturnType<SimulatedAws["read"]> }> {
  const aws = new SimulatedAws({ store });
  const inputs = { name: "logs", retentionInDays: 30 };
  const { id } = await aws.create({ urn, type: GROUP, inputs, settings: SETTINGS, preview: false });
  return {
    id,
    read: () => new SimulatedAws({ store }).read({ urn, type: GROUP, id, inputs, settings: SETTINGS }),
  };
}

describe("simulator/world", () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "world-"));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  for (const [name, make] of [
    ["memory", () => new MemoryStore()],
    ["a file", () => new FileStore(path.join(folder, "world.json"))],
  ] as const) {
    it(`shows drift that was made in ${name} when it is read`, async () => {
      const store = make();
      const { id, read } = await withGroup(store);
      driftResource(store, id, { retentionInDays: 7, logGroupClass: null });
      const { inputs, outputs } = await read();
      assert.equal(inputs.retentionInDays, 7);
      assert.equal(outputs.logGroupClass, undefined);
    });

    it(`shows that a resource was deleted from outside in ${name}`, async () => {
      const store = make();
      const { id, read } = await withGroup(store);
      loseResource(store, id);
      assert.equal((await read()).id, "");
    });

    it(`keeps nothing of a change that failed in ${name}`, () => {
      const store = make();
      const fail = (): void => {
        store.update((world) => {
          world.generations.set("urn", 1);
          throw new Error("no");
        });
      };
      assert.throws(fail, /no/);
      assert.deepEqual(
        store.view(({ generations }) => generations),
        new Map(),
      );
    });
  }

  it("refuses drift of what does not exist", () => {
    assert.throws(() => {
      driftResource(new MemoryStore(), "vpc-1", {});
    }, /ResourceNotFoundException/);
  });

  describe("with one of a kind in two Regions", () => {
    const type = "aws:cfg/recorder:Recorder";
    const recorder = (region: string, roleArn: string): ExistingResource => ({
      type,
      id: "default",
      attributes: { region, name: "default", roleArn },
    });
    const aws = (): SimulatedAws =>
      new SimulatedAws({ existing: [recorder("eu-west-1", "home"), recorder("eu-central-1", "away")] });
    const roleOf = async (id: string, inputs: WireObject = {}): Promise<unknown> =>
      (await aws().read({ urn, type, id, inputs, settings: SETTINGS })).outputs.roleArn;

    it("finds the one of its inputs' Region", async () => {
      assert.equal(await roleOf("default", { region: "eu-central-1" }), "away");
      assert.equal(await roleOf("default", { region: "eu-west-1" }), "home");
    });

    it("imports the provider's own, or that of the Region behind the id", async () => {
      assert.equal(await roleOf("default"), "home");
      assert.equal(await roleOf("default@eu-central-1"), "away");
      assert.equal(await roleOf("default@us-east-1"), undefined);
    });

    it("changes and deletes the one that is meant", async () => {
      const both = aws();
      const inputs = { region: "eu-central-1", name: "default", roleArn: "new" };
      const request = { urn, type, id: "default", settings: SETTINGS };
      await both.update({ ...request, inputs, olds: {}, oldInputs: {}, preview: false });
      await both.delete({ ...request, region: "eu-west-1" });
      const left = both.store.view(({ resources }) => resources.map(({ attributes }) => attributes.roleArn));
      assert.deepEqual(left, ["new"]);
    });
  });
});
