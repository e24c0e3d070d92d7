import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, formerWithSide, withSide } from "../../support/buckets";

const SIDE = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const by = (sseAlgorithm: string, kmsMasterKeyId?: string) => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm, ...(kmsMasterKeyId && { kmsMasterKeyId }) },
});

fixtures("bucket-customer-key", {
  pass: {
    "a bucket with a key": withSide(SIDE, { rules: [by("aws:kms", KEY)] }),
    "a bucket with a key that is computed": withSide(SIDE, { rules: [by("aws:kms:dsse", UNKNOWN)] }),
    "a bucket with an alias of its own": withSide(SIDE, { rules: [by("aws:kms", "alias/reports")] }),
    "a property of the bucket": bucket({ serverSideEncryptionConfiguration: { rule: by("aws:kms", KEY) } }),
  },
  fail: {
    "a bucket that leaves it to AWS": bucket(),
    "a bucket with keys of S3": withSide(SIDE, { rules: [by("AES256")] }),
    "a bucket with AWS's key": withSide(SIDE, { rules: [by("aws:kms", "alias/aws/s3")] }),
    "a bucket with the ARN of AWS's key": withSide(SIDE, {
      rules: [by("aws:kms", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3")],
    }),
  },
  unknown: {
    "an algorithm that is computed": withSide(SIDE, { rules: [by(UNKNOWN, KEY)] }),
    "rules that are computed": withSide(SIDE, { rules: UNKNOWN }),
    "a configuration that cannot be joined": besideOpen(SIDE, { rules: [by("aws:kms", KEY)] }),
  },
  unset: { "a bucket with KMS and no key": ["fail", withSide(SIDE, { rules: [by("aws:kms")] })] },
  alias: {
    "a former bucket": formerBucket({
      serverSideEncryptionConfigurations: [
        { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "AES256" }] }] },
      ],
    }),
    "a former configuration": formerWithSide(
      "bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      { rules: [by("aws:kms")] },
    ),
  },
  notApplicable: {
    "a bucket for the access logs of itself": withSide("bucketLogging:BucketLogging", {
      targetBucket: ref("bucket"),
    }),
    "a bucket for the logs of a load balancer": {
      ...bucket(),
      balancer: aws("alb/loadBalancer:LoadBalancer", { accessLogs: { bucket: ref("bucket") } }),
    },
  },
});
