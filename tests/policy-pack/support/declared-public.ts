import * as assert from "node:assert/strict";

import { aws, judge, type Program, ref, type Resource, UNKNOWN } from "./fixtures";

const TAGS = { Exposure: "Public" };
const SETTINGS = { properties: { publicTags: TAGS } };

/**
 * Declares the tests of a control that leaves buckets alone that are declared public.
 *
 * @param name - The control.
 * @param beside - What is wrong: properties of the bucket itself, and a resource that belongs to the bucket that it is given.
 */
export function declaredPublicTests(
  name: string,
  { inline = {}, beside }: { inline?: object; beside?: (bucket: unknown) => Resource },
): void {
  const program = (props: object): Program => ({
    bucket: aws("s3/bucket:Bucket", { bucket: "reports", ...inline, ...props }),
    ...(beside && { side: beside(ref("bucket")) }),
  });
  const verdictOf = async (given: Program) => (await judge(name, given, SETTINGS)).verdict;

  describe(`${name}, of buckets that are declared public`, () => {
    it("leaves a bucket alone that a tag declares, by itself or by the provider", async () => {
      for (const props of [{ tags: TAGS }, { tagsAll: TAGS }])
        assert.ok(["pass", "notApplicable"].includes(await verdictOf(program(props))));
    });

    it("refuses another tag, and a tag where none is configured", async () => {
      assert.equal(await verdictOf(program({ tags: { Exposure: "Private" } })), "fail");
      assert.equal((await judge(name, program({ tags: TAGS }))).verdict, "fail");
    });

    it("cannot decide where the tag is computed", async () => {
      assert.equal(await verdictOf(program({ tags: { Exposure: UNKNOWN } })), "undetermined");
      assert.equal(await verdictOf(program({ tags: { Owner: UNKNOWN } })), "fail");
    });

    if (beside)
      it("refuses what belongs to a bucket of another stack", async () => {
        assert.equal(await verdictOf({ side: beside("elsewhere") }), "fail");
      });
  });
}
