import * as assert from "node:assert/strict";

import { contractIn } from "../../policy-pack/settings/tag-contract";
import { aws, judge, type Program, UNKNOWN } from "./support/fixtures";
import { sharedPack } from "./support/pack-process";

const vpc = (tags: object): Program => ({ vpc: aws("ec2/vpc:Vpc", { tags }) });

/** The verdict on a program under a contract, and what is told. */
async function verdict(
  control: string,
  program: Program,
  tagContract: object,
): Promise<readonly [verdict: string, message: string]> {
  const { verdict: word, lines } = await judge(control, program, { pack: { tagContract } });
  return [word, lines.find((line) => line.verdict === word)?.message ?? ""];
}

describe("the contract of a tag", () => {
  before("the pack is compiled and started", async function () {
    this.timeout(180_000);
    await sharedPack();
  });

  for (const [title, terms, good, bad, message] of [
    [
      "case of letters",
      { letters: "lower" },
      "dev-1",
      "Dev-1",
      "the value has letters of another case; required: lower case.",
    ],
    [
      "upper case of letters",
      { letters: "upper" },
      "CC-1",
      "Cc-1",
      "the value has letters of another case; required: upper case.",
    ],
    ["least length", { minLength: 3 }, "dev", "de", "the value has 2 characters; required: at least 3."],
    ["most length", { maxLength: 3 }, "dev", "devs", "the value has 4 characters; required: at most 3."],
  ] as const) {
    it(`can ask for a ${title}`, async () => {
      const contract = { Environment: terms };
      const of = (value: string): Promise<readonly [string, string]> =>
        verdict("tag-values-well-formed", vpc({ Environment: value }), contract);
      assert.deepEqual(await of(good), ["pass", ""]);
      assert.deepEqual(await of(bad), ["fail", message]);
    });
  }

  it("can ask for the stack's or the project's name", async () => {
    for (const equals of ["stack", "project"]) {
      const of = (value: string): Promise<readonly [string, string]> =>
        verdict("tag-values-allowed", vpc({ Name: value }), { Name: { equals } });
      assert.deepEqual(await of("test"), ["pass", ""]);
      assert.deepEqual(await of("live"), ["fail", `the value is not the name of the ${equals}, test.`]);
    }
  });

  it("can allow a stack so many different values, those that are computed left out", async () => {
    const contract = { Owner: { mostValues: 2 } };
    const owners = (...values: readonly string[]): Program =>
      Object.fromEntries(
        values.map((Owner, place) => [`vpc-${place}`, aws("ec2/vpc:Vpc", { tags: { Owner } })]),
      );
    assert.deepEqual(await verdict("tag-values-allowed", owners("a", "b", "a", UNKNOWN), contract), [
      "pass",
      "",
    ]);
    assert.deepEqual(await verdict("tag-values-allowed", owners("a", "b", "c"), contract), [
      "fail",
      'the tag "Owner" has 3 values in the stack; allowed: 2.',
    ]);
  });

  it("can be another one in some stacks", async () => {
    const contract = { Owner: { required: true, stacks: { "te*": { required: false } } } };
    assert.equal((await verdict("tags-required", vpc({}), contract))[0], "notApplicable");
    const rule = {
      required: true,
      values: ["a"],
      stacks: { "prod-*": { values: ["b"] }, "*": { values: ["c"] } },
    };
    assert.deepEqual(contractIn({ Owner: rule }, "prod-eu"), { Owner: { required: true, values: ["b"] } });
    assert.deepEqual(contractIn({ Owner: rule }, "dev"), { Owner: { required: true, values: ["c"] } });
  });

  it("can make controls mandatory for resources that carry a value", async () => {
    const bucket = (DataClass: string): Program => ({
      bucket: aws("s3/bucket:Bucket", { tags: { DataClass }, tagsAll: { DataClass } }),
    });
    const mandatory = { restricted: ["bucket-access-logging", "S3-12"] };
    const levels = async (control: string, value: string): Promise<readonly string[]> => {
      const pack = { tagContract: { DataClass: { mandatory } } };
      const { lines, told } = await judge(control, bucket(value), { level: "advisory", pack });
      assert.deepEqual(
        told.map(({ level }) => level),
        lines.map(({ enforcement }) => enforcement),
      );
      return lines.filter(({ verdict: word }) => word === "fail").map(({ enforcement }) => enforcement);
    };
    assert.deepEqual(await levels("bucket-access-logging", "restricted"), ["mandatory"]);
    assert.deepEqual(await levels("bucket-access-logging", "internal"), ["advisory"]);
  });
});
