import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const object = (props: object, type = "bucketObjectv2:BucketObjectv2") =>
  aws(`s3/${type}`, { bucket: ref("bucket"), key: "k", ...props });
const bucket = aws("s3/bucket:Bucket");
const encryption = (props: object) =>
  aws("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", {
    bucket: ref("bucket"),
    rules: [{ applyServerSideEncryptionByDefault: props }],
  });

fixtures("object-customer-key", {
  pass: {
    "an object with a key": { bucket, object: object({ kmsKeyId: KEY }) },
    "an object with a key that is computed": { bucket, object: object({ kmsKeyId: UNKNOWN }) },
    "an object in a bucket with a key": {
      ...{ bucket, encryption: encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: UNKNOWN }) },
      object: object({}),
    },
  },
  fail: {
    "an object with AWS's key": { bucket, object: object({ kmsKeyId: "alias/aws/s3" }) },
    "an object with keys of S3 in a bucket with a key": {
      ...{ bucket, encryption: encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY }) },
      object: object({ serverSideEncryption: "AES256" }),
    },
    "an object in a bucket with keys of S3": {
      ...{ bucket, encryption: encryption({ sseAlgorithm: "AES256" }) },
      object: object({}),
    },
    "a copy": { bucket, object: object({}, "objectCopy:ObjectCopy") },
  },
  unknown: {
    "an object in a bucket of another stack": {
      object: aws("s3/bucketObjectv2:BucketObjectv2", { bucket: "reports", key: "k" }),
    },
    "an object whose algorithm is computed": { bucket, object: object({ serverSideEncryption: UNKNOWN }) },
    "an object in a bucket whose algorithm is computed": {
      ...{ bucket, encryption: encryption({ sseAlgorithm: UNKNOWN }) },
      object: object({}),
    },
  },
  unset: {
    "an object that leaves it to a bucket that leaves it to AWS": ["fail", { bucket, object: object({}) }],
  },
  alias: {
    "a former object": { bucket, object: object({}, "bucketObject:BucketObject") },
    "an object in a former bucket": {
      bucket: aws("s3/bucketV2:BucketV2"),
      object: object({}, "BucketObject:BucketObject"),
    },
  },
});
