import * as assert from "node:assert/strict";

import { isTaggable, tokens } from "../../policy-pack/aws/tokens";

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
});
