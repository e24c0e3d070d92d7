import * as assert from "node:assert/strict";

import { statementsOf } from "../../policy-pack/aws/policy-document";
import { isTaggable, tokens } from "../../policy-pack/aws/tokens";
import { View } from "../../policy-pack/reading/view";
import { UNKNOWN } from "./support/fixtures";

const statements = (policy: unknown) => statementsOf(new View(policy, "policy"));

describe("what the pack knows of AWS", () => {
  it("names every token of a resource that the SDK holds twice or has renamed", () => {
    assert.deepEqual(tokens("lb/listener:Listener"), [
      "aws:lb/listener:Listener",
      "aws:alb/listener:Listener",
      "aws:applicationloadbalancing/listener:Listener",
      "aws:elasticloadbalancingv2/listener:Listener",
    ]);
    assert.deepEqual(tokens("ec2/vpc:Vpc"), ["aws:ec2/vpc:Vpc"]);
    assert.ok(tokens("s3/bucket:Bucket").includes("aws:s3/bucketV2:BucketV2"));
  });

  it("knows which types take tags, and believes the provider for types that it does not know", () => {
    assert.deepEqual(
      ["aws:ec2/vpc:Vpc", "aws:autoscaling/group:Group", "aws:ec2/route:Route"].map((type) =>
        isTaggable(type, false),
      ),
      [true, true, false],
    );
    assert.equal(isTaggable("aws:inspector/resourceGroup:ResourceGroup", false), false);
    assert.equal(isTaggable("aws:future/thing:Thing", true), true);
  });

  it("reads policies in every form in which AWS takes them", () => {
    const [one] = statements('{"Statement":{"Effect":"Allow","Principal":"*","Resource":"*"}}');
    const [two] = statements({
      Statement: [{ Effect: "Allow", Principal: { AWS: ["*"], Service: "s" }, Resource: ["*"] }],
    });
    assert.deepEqual([one?.principals.length, two?.principals.length, one?.allows], [1, 2, true]);
    assert.deepEqual(
      statements(UNKNOWN).map(({ place }) => place.isUnknown),
      [true],
    );
  });

  it("counts as restricting only conditions that hold for given values alone", () => {
    const by = (Condition: object) =>
      statements({ Statement: [{ Effect: "Allow", Condition }] })[0]?.restrictedBy;
    assert.deepEqual(by({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }), ["aws:principalorgid"]);
    assert.deepEqual(by({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }), []);
    assert.deepEqual(by({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } }), []);
    assert.deepEqual(by({ StringLike: { "aws:PrincipalOrgID": ["o-1", "*"] } }), []);
  });
});
