import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

import { policyDocument } from "../../../infra/core/policy-document";

function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    output.apply(resolve);
    // `apply` has no way to report a failure; the promise behind an output does, and it is not in its public type.
    (output as unknown as { promise(): Promise<T> }).promise().catch(reject);
  });
}

describe("policyDocument", () => {
  it("renders values that become known only later", async () => {
    const bucketArn = pulumi.output(Promise.resolve("arn:aws:s3:::trail"));
    const rendered = await valueOf(
      policyDocument([
        { sid: "Write", actions: ["s3:PutObject"], resources: [pulumi.interpolate`${bucketArn}/*`] },
      ]),
    );
    assert.deepEqual(JSON.parse(rendered), {
      Version: "2012-10-17",
      Statement: [
        { Sid: "Write", Effect: "Allow", Action: ["s3:PutObject"], Resource: ["arn:aws:s3:::trail/*"] },
      ],
    });
  });

  it("refuses a plain wildcard at once, naming its statement", () => {
    assert.throws(
      () => policyDocument([{ sid: "All", actions: ["s3:GetObject"], resources: ["*"] }]),
      /statement "All": resource "\*" says "any"/,
    );
  });

  it("refuses a wildcard that becomes known only later", async () => {
    const resource = pulumi.output(Promise.resolve("*"));
    const document = policyDocument([{ sid: "All", actions: ["s3:GetObject"], resources: [resource] }]);
    await assert.rejects(valueOf(document), /resource "\*" says "any"/);
  });
});
