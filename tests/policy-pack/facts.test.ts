import * as assert from "node:assert/strict";

import * as bucketSides from "../../policy-pack/aws/buckets";
import { forcesTls, hasStandardSupport } from "../../policy-pack/aws/database-versions";
import { replicaOf } from "../../policy-pack/aws/databases";
import { readPattern } from "../../policy-pack/aws/filter-pattern";
import { leavesToTemplate } from "../../policy-pack/aws/instances";
import { RUNTIMES_AS_OF } from "../../policy-pack/aws/lambda-runtimes";
import { redirectsToHttps } from "../../policy-pack/aws/load-balancers";
import { longestPause } from "../../policy-pack/aws/schedule";
import { hasPublicTag } from "../../policy-pack/aws/declared-public";
import { publicTagsParameter } from "../../policy-pack/aws/subnets";
import { tagsOf, takesTags } from "../../policy-pack/aws/tags";
import { API_POLICIES, DEFAULT_POLICY, RECOMMENDED_POLICIES } from "../../policy-pack/aws/tls-policies";
import { logsAll } from "../../policy-pack/aws/trail-selectors";
import { blocksKnownBadInputs } from "../../policy-pack/aws/web-acl";
import { View } from "../../policy-pack/reading/view";
import { mistakes } from "../../policy-pack/settings/schema-check";
import { InstalledSdk } from "../../simulator/installed-sdk";
import { UNKNOWN } from "./support/fixtures";

const view = (props: object): View => new View(props, "");
const subject = (type: string, props: object) => ({ urn: "", name: "", type, props: view(props) });

describe("facts of AWS", () => {
  it("name the sides of a bucket by properties that it has, or that its former token had", () => {
    const sdk = new InstalledSdk(__dirname);
    const known = bucketSides.BUCKETS.flatMap((type) => [...(sdk.facts(type)?.inputs ?? [])]);
    const named = Object.values(bucketSides).flatMap((side) =>
      typeof side === "object" && "inline" in side ? side.inline : [],
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((property) => !known.includes(property)),
      [],
    );
  });

  it("tell a replica by either of the properties that name its source", () => {
    const path = (props: object): string | undefined => replicaOf(view(props))?.path;
    assert.equal(path({ replicateSourceDb: "orders" }), "replicateSourceDb");
    assert.equal(path({ replicationSourceIdentifier: UNKNOWN }), "replicationSourceIdentifier");
    assert.equal(path({ snapshotIdentifier: "orders", restoreToPointInTime: {} }), undefined);
  });

  it("know the support of every version of a row, and no version that begins with a word", () => {
    assert.equal(hasStandardSupport("postgres", "13.14", "2026-02-28"), true);
    assert.equal(hasStandardSupport("postgres", "13.14", "2026-03-01"), false);
    assert.equal(hasStandardSupport("mysql", "v8.4", "2026-01-01"), false);
    assert.deepEqual(["9mysql9.7", "postgres15", "postgres14"].map(forcesTls), [undefined, true, false]);
  });

  it("read a filter from its beginning, whatever was read before, and take quotes in pairs", () => {
    for (const again of [1, 2])
      assert.equal(readPattern('{ $.a = "x" }')?.({ a: "x" }), true, `read ${again} times`);
    assert.equal(readPattern("{ $a.b = 1 }")?.({ $a: { b: 1 }, b: 1 }), true);
    assert.equal(readPattern("{ $.a = %b%c }"), undefined);
  });

  it("count a property as left to the template only where all of them are", () => {
    const paths = ["metadataOptions.httpTokens", "metadataOptions.httpEndpoint"];
    const says = { httpTokens: "required" };
    assert.equal(leavesToTemplate(view({ launchTemplate: {} }), ...paths), true);
    assert.equal(leavesToTemplate(view({ launchTemplate: {}, metadataOptions: says }), ...paths), false);
    assert.equal(leavesToTemplate(view({}), ...paths), false);
  });

  it("were compared with what AWS publishes on a day", () => {
    assert.ok(Date.parse(RUNTIMES_AS_OF) <= Date.now());
  });

  it("wait for a redirect of which not even the kind is known", () => {
    assert.equal(redirectsToHttps(view([{ type: "redirect", redirect: { protocol: "HTTPS" } }])), true);
    assert.equal(redirectsToHttps(view([{ type: UNKNOWN }])), undefined);
    assert.equal(redirectsToHttps(view([{ type: "forward" }])), false);
  });

  it("know the longest pause of a schedule that runs once, at night, or never by its numbers", () => {
    assert.equal(longestPause("cron(0 0 ? * * *)"), 24);
    assert.equal(longestPause("cron(0 */6 * * ? *)"), 6);
    assert.equal(longestPause("cron(0 0,23 * * ? *)"), 23);
    assert.equal(longestPause("cron(0 5 ? * */7 *)"), 168);
    assert.equal(longestPause("rate(1 sday)"), undefined);
    assert.equal(longestPause("cron(0 9-6 * * ? *)"), undefined);
  });

  it("declare a subnet public by any of the tags, and want text for them", () => {
    const tags = { SubnetType: "Public", Reach: "internet" };
    assert.equal(hasPublicTag(view({ tags: { Reach: "internet" } }), tags), true);
    assert.equal(hasPublicTag(view({ tagsAll: { SubnetType: "Public" } }), tags), true);
    assert.equal(hasPublicTag(view({ tags: { Reach: "vpn" } }), tags), false);
    assert.deepEqual(mistakes({ Reach: "internet" }, publicTagsParameter, "publicTags"), []);
    assert.equal(mistakes({ Reach: 1 }, publicTagsParameter, "publicTags").length, 1);
  });

  it("read tags from a map, from a list, and believe the provider where the type is not known", () => {
    const group = (tags: unknown) => tagsOf(subject("aws:autoscaling/group:Group", { tags }));
    assert.deepEqual(
      [...group([{ key: "Team", value: "shop" }]).byKey].map(([key, { path }]) => [key, path]),
      [["Team", "tags[0].value"]],
    );
    assert.equal(group([{ key: "Team", value: "shop" }]).open, undefined);
    assert.equal(group([{ key: UNKNOWN, value: "shop" }]).open?.path, "tags[0].key");
    assert.equal(takesTags(subject("aws:future/thing:Thing", { tagsAll: UNKNOWN })), true);
    assert.equal(takesTags(subject("aws:future/thing:Thing", {})), false);
  });

  it("hold no old policy for strong, and no strong one for old", () => {
    assert.ok(!RECOMMENDED_POLICIES.includes(DEFAULT_POLICY));
    assert.match(DEFAULT_POLICY, /^ELBSecurityPolicy-\d{4}-\d{2}$/);
    assert.deepEqual(
      API_POLICIES.filter(
        (name) => !/^(TLS_1_2|SecurityPolicy_TLS1[23][A-Z0-9_]*_(\d{4}_\d{2}|\d{4}_EDGE))$/.test(name),
      ),
      [],
    );
  });

  it("let a selector of data in only for objects, of all buckets, from the beginning of an ARN", () => {
    const trail = (...fieldSelectors: readonly object[]): View =>
      view({ advancedEventSelectors: [{ fieldSelectors }] });
    const data = { field: "eventCategory", equals: ["Data"] };
    const objects = { field: "resources.type", equals: ["AWS::S3::Object"] };
    assert.equal(logsAll(trail(data, objects), "objects"), true);
    assert.equal(logsAll(trail(data), "objects"), false);
    assert.equal(logsAll(trail({ ...data, equals: ["Management"] }, objects), "objects"), false);
    const basic = (bucket: string): View =>
      view({ eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: [bucket] }] }] });
    assert.deepEqual(
      ["arn:aws:s3", "arn:aws:s3:::", "not-arn:aws:s3", "arn:aws:s3:::logs/"].map((bucket) =>
        logsAll(basic(bucket), "objects"),
      ),
      [true, true, false, false],
    );
  });

  it("tell a rule of a web ACL that blocks known bad inputs from one that lets some of them through", () => {
    const group = (more: object): View =>
      view({
        statement: { managedRuleGroupStatement: { name: "AWSManagedRulesKnownBadInputsRuleSet", ...more } },
      });
    const override = (name: string, action: string) => ({
      ruleActionOverrides: [{ name, actionToUse: { [action]: {} } }],
    });
    assert.equal(blocksKnownBadInputs(group({})), true);
    assert.equal(blocksKnownBadInputs(group(override("Log4JRCE_BODY", "block"))), true);
    assert.equal(blocksKnownBadInputs(group(override("Log4JRCE_BODY", "count"))), false);
    assert.equal(blocksKnownBadInputs(group(override("Log4JRCE_BODY", "allow"))), false);
    assert.equal(blocksKnownBadInputs(group(override("PROPFIND_METHOD", "count"))), true);
    assert.equal(blocksKnownBadInputs(view({ statement: { rateBasedStatement: {} } })), false);
  });
});
