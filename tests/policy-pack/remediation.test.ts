import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { aws, onTheWire, type Resource, UNKNOWN } from "./support/fixtures";
import type { Props, WireResource } from "./support/pack-messages";
import { sharedPack } from "./support/pack-process";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const ARCHIVE = { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7" };
const secret = (value: unknown): object => ({ ...SECRET, value });

const CONTRACT = {
  Environment: { required: true, default: "dev" },
  Owner: { required: true, default: "platform" },
  CostCenter: { required: true },
  DataClass: { required: true, default: "internal", types: ["aws:s3/bucket:Bucket"] },
};

async function remediated(
  resource: Resource,
  given: Partial<WireResource> = {},
  level = "remediate",
): Promise<{ inputs: Props; by: readonly string[] }> {
  const pack = await sharedPack();
  await pack.configure({
    "tags-required": { level },
    "tags-required-by-type": { level },
    "pack-settings": { level: "mandatory", properties: { tagContract: CONTRACT } },
  });
  const [wire] = onTheWire({ resource });
  assert.ok(wire);
  return pack.remediate({ ...wire, ...given });
}

const vpc = (props: Props): Resource => aws("ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", ...props });
const ADDED = { Environment: "dev", Owner: "platform" };

describe("the remediation of tags", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  it("adds what is missing and has a value in the contract, to tags and tagsAll alike", async () => {
    const { inputs, by } = await remediated(
      vpc({ tags: { Name: "v" }, tagsAll: { Name: "v", Team: "net" } }),
    );
    assert.deepEqual(inputs, {
      cidrBlock: "10.0.0.0/16",
      tags: { Name: "v", ...ADDED },
      tagsAll: { Name: "v", Team: "net", ...ADDED },
    });
    assert.deepEqual(by, ["tags-required"]);
  });

  it("adds nothing where the level is another", async () => {
    for (const level of ["advisory", "mandatory"]) {
      assert.deepEqual((await remediated(vpc({}), {}, level)).by, []);
    }
  });

  it("starts from the provider's default tags where nothing has been merged", async () => {
    const provider = { defaultTags: JSON.stringify({ tags: { Environment: "prod" } }) };
    const { inputs } = await remediated(vpc({}), { provider });
    assert.deepEqual(inputs.tags, { Owner: "platform" });
    assert.deepEqual(inputs.tagsAll, { Environment: "prod", Owner: "platform" });
  });

  it("asks types for what the contract asks of them, one remediation after the other", async () => {
    const { inputs, by } = await remediated(aws("s3/bucket:Bucket", { tags: ADDED, tagsAll: ADDED }));
    assert.deepEqual(inputs.tags, { ...ADDED, DataClass: "internal" });
    assert.deepEqual(by, ["tags-required-by-type"]);
    const both = await remediated(aws("s3/bucket:Bucket"));
    assert.deepEqual(both.inputs.tagsAll, { ...ADDED, DataClass: "internal" });
    assert.deepEqual(both.by.toSorted(), ["tags-required", "tags-required-by-type"]);
  });

  it("writes the list of an Auto Scaling group, for its instances too", async () => {
    const tags = [{ key: "Owner", value: "orders", propagateAtLaunch: false }];
    const { inputs } = await remediated(aws("autoscaling/group:Group", { tags, maxSize: 1 }));
    assert.deepEqual(inputs, {
      maxSize: 1,
      tags: [...tags, { key: "Environment", value: "dev", propagateAtLaunch: true }],
    });
  });

  it("keeps unknown values, secrets and internal keys as they are", async () => {
    const props = {
      ...{ __defaults: ["region"], kmsKeyId: UNKNOWN, nested: [{ a: UNKNOWN, b: secret("s") }] },
      ...{ tags: { Name: secret("n"), Id: UNKNOWN }, tagsAll: secret({ Name: "n", Id: "x" }) },
    };
    const { inputs } = await remediated(vpc(props));
    assert.deepEqual(inputs, {
      ...props,
      cidrBlock: "10.0.0.0/16",
      tags: { ...props.tags, ...ADDED },
      tagsAll: secret({ Name: "n", Id: "x", ...ADDED }),
    });
  });

  for (const [title, resource, given] of [
    ["tags are not known as a whole", vpc({ tags: UNKNOWN, tagsAll: UNKNOWN }), {}],
    ["a group's keys are not known", aws("autoscaling/group:Group", { tags: [{ key: UNKNOWN }] }), {}],
    ["the program leaves tags to others", vpc({}), { ignoreChanges: ["tags"] }],
    [
      "the program leaves these tags to others",
      vpc({}),
      { ignoreChanges: ["tags.Owner", `tagsAll["Environment"]`] },
    ],
    ["the type takes no tags", aws("ec2/route:Route"), {}],
    ["the inputs hold an archive", aws("lambda/function:Function", { code: { ...ARCHIVE, path: "." } }), {}],
  ] as const) {
    it(`changes nothing where ${title}`, async () => {
      const { inputs, by } = await remediated(resource, given);
      assert.deepEqual(by, []);
      assert.deepEqual(inputs, resource.props);
    });
  }

  it("changes nothing the second time, whatever the tags were", async () => {
    const tags = fc.dictionary(
      fc.constantFrom("Name", "Owner", "Environment", "owner"),
      fc.constantFrom("a", "b"),
    );
    const given = fc.record({ tags, defaults: tags }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(given, async ({ tags: own, defaults }) => {
        const merged = defaults && { tagsAll: { ...defaults, ...own } };
        const first = await remediated(vpc({ ...(own && { tags: own }), ...merged }));
        const second = await remediated(aws("ec2/vpc:Vpc", first.inputs));
        assert.deepEqual(second.by, []);
        assert.deepEqual({ ...ADDED, ...merged?.tagsAll, ...own }, first.inputs.tagsAll ?? first.inputs.tags);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves a resource well, unless the contract has no value for what is missing", async () => {
    const pack = await sharedPack();
    const { inputs } = await remediated(vpc({ tags: { CostCenter: "1" } }));
    const [good] = onTheWire({ good: aws("ec2/vpc:Vpc", inputs) });
    const [bad] = onTheWire({ bad: aws("ec2/vpc:Vpc", (await remediated(vpc({}))).inputs) });
    assert.ok(good && bad);
    const told = async (resource: WireResource): Promise<readonly (readonly [string, string])[]> =>
      (await pack.analyze(resource))
        .filter(({ policy }) => policy === "tags-required")
        .map(({ level, message }) => [level, message]);
    assert.deepEqual(await told(good), []);
    const [[level, message] = ["", ""], ...rest] = await told(bad);
    assert.deepEqual([level, rest], ["mandatory", []]);
    assert.match(message, /^TAG-01 tags: the tag "CostCenter" is missing\./);
  });
});
