import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";
import { declaredPublicTests } from "../../support/declared-public";

fixtures("bucket-no-website", {
  pass: { "a bucket that is none": bucket() },
  fail: {
    "a configuration of its own": {
      site: aws("s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", { bucket: "b" }),
    },
    "a property of the bucket": bucket({ website: { indexDocument: "index.html" } }),
  },
  unknown: { "a property that is computed": bucket({ website: UNKNOWN }) },
  unset: { "a former bucket whose list is empty": ["pass", formerBucket({ websites: [] })] },
  alias: {
    "a former bucket": formerBucket({ websites: [{ indexDocument: "index.html" }] }),
    "a former configuration": {
      site: aws("s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2", { bucket: "b" }),
    },
  },
});

declaredPublicTests("bucket-no-website", { inline: { website: { indexDocument: "index.html" } } });

declaredPublicTests("bucket-no-website", {
  beside: (of) => aws("s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", { bucket: of }),
});
