import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { account } from "./lab";
import { text } from "./text";

/** An account in which one thing after another is made, of which it is asked what AWS says of it. */
function told() {
  const make = account();
  return async (type: string, inputs: WireObject): Promise<WireObject> => (await make(type, inputs)).outputs;
}

const pack = "aws:cfg/conformancePack:ConformancePack";
const remediation = "aws:cfg/remediationConfiguration:RemediationConfiguration";
const job = "aws:macie2/classificationJob:ClassificationJob";
const closeBuckets = {
  configRuleName: "closed",
  targetType: "SSM_DOCUMENT",
  targetId: "AWS-DisableS3BucketPublicReadWrite",
};
const sample = { name: "sample", jobType: "ONE_TIME", s3JobDefinition: {}, samplingPercentage: 5 };

describe("simulated detection", () => {
  it("has no conformance pack where nothing records", async () => {
    const make = told();
    await assert.rejects(
      make(pack, { name: "tags", templateBody: "{}" }),
      /NoAvailableConfigurationRecorder/,
    );
    await make("aws:cfg/recorder:Recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
    const made = await make(pack, { name: "tags", templateBody: "{}" });
    assert.match(
      text(made.arn),
      /^arn:aws:config:eu-west-1:123456789012:conformance-pack\/tags\/conformance-pack-/,
    );
    await assert.rejects(make(pack, { name: "1-tags", templateBody: "{}" }), /begin with a letter/);
  });

  it("puts right what a rule finds, and nothing without a rule", async () => {
    const make = told();
    await assert.rejects(make(remediation, closeBuckets), /NoSuchConfigRuleException/);
    await make("aws:cfg/recorder:Recorder", { roleArn: "arn:aws:iam::123456789012:role/config" });
    await make("aws:cfg/rule:Rule", { name: "closed", source: { owner: "AWS", sourceIdentifier: "X" } });
    const made = await make(remediation, closeBuckets);
    assert.match(text(made.arn), /:remediation-configuration\/closed\//);
    await assert.rejects(make(remediation, { ...closeBuckets, targetType: "LAMBDA" }), /targetType/);
  });

  it("looks into buckets only where Macie is on, and into a share of 1 to 100 percent", async () => {
    const make = told();
    await assert.rejects(make(job, sample), /Macie is not enabled in eu-west-1/);
    await make("aws:macie2/account:Account", {});
    const made = await make(job, sample);
    assert.equal(made.jobStatus, "RUNNING");
    assert.match(
      text(made.jobArn),
      /^arn:aws:macie2:eu-west-1:123456789012:classification-job\/[0-9a-f]{32}$/,
    );
    await assert.rejects(make(job, { ...sample, samplingPercentage: 0 }), /1 to 100/);
  });
});
