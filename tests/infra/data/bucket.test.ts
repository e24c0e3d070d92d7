import * as assert from "node:assert/strict";

import { always, buildAll, statements, text } from "./built";
import { types } from "./registered";

describe("the buckets of a layer", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "closes every bucket in all four ways, and to lists of access",
    always(({ simulation }) => {
      for (const { name } of simulation.ofType(types.bucket)) {
        const block = simulation.inputsOf("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name);
        const { blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } = block;
        assert.deepEqual(
          [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets],
          Array(4).fill(true),
        );
        assert.deepEqual(
          simulation.inputsOf("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name).rule,
          {
            objectOwnership: "BucketOwnerEnforced",
          },
        );
        assert.deepEqual(
          simulation.inputsOf("aws:s3/bucketVersioning:BucketVersioning", name).versioningConfiguration,
          {
            status: "Enabled",
          },
        );
        const denied = statements(simulation.resource("aws:s3/bucketPolicy:BucketPolicy", name)).filter(
          ({ Effect, Condition }) =>
            Effect === "Deny" && Condition?.Bool?.["aws:SecureTransport"] === "false",
        );
        assert.deepEqual(
          denied.map(({ Action, Principal }) => [Action, Principal]),
          [[["s3:*"], "*"]],
        );
      }
    }),
  );

  it(
    "logs access to every bucket but the one that holds the logs, which alone is under S3's own key",
    always(({ simulation }) => {
      const buckets = simulation.ofType(types.bucket);
      const logging = simulation.ofType("aws:s3/bucketLogging:BucketLogging");
      const target = buckets.find(({ name }) => name === "data-access-logs");
      assert.deepEqual(
        logging.map((each) => text(each, "bucket")).sort(),
        buckets
          .filter((bucket) => bucket !== target)
          .map((bucket) => text(bucket, "bucket"))
          .sort(),
      );
      assert.ok(logging.every(({ inputs }) => inputs.targetBucket === target?.id));
      const byS3 = simulation
        .ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
        .filter(({ inputs }) => JSON.stringify(inputs).includes("AES256"));
      assert.deepEqual(
        byS3.map(({ name }) => name),
        target === undefined ? [] : [target.name],
      );
    }),
  );

  it(
    "ends every bucket's unfinished uploads and old versions",
    always(({ simulation }) => {
      for (const { name } of simulation.ofType(types.bucket)) {
        const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
        const rules = JSON.stringify(simulation.inputsOf(type, name).rules);
        for (const word of ["abortIncompleteMultipartUpload", "noncurrentVersionExpiration"]) {
          assert.ok(rules.includes(word), `${name}: ${word}`);
        }
      }
    }),
  );
});
