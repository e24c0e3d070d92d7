import { AwsError } from "../aws-error";
import { arnOf, partitionOf, uuid } from "../identity";
import { isWireList, isWireObject, type WireObject } from "../wire";
import {
  inputId,
  textOf,
  textRule,
  unique,
  type Created,
  type Reference,
  type ResourceType,
  type ResourceTypes,
} from "./definition";
import { isJsonObject } from "./policy-documents";

const BUCKET = "aws:s3/bucket:Bucket";

const OF_BUCKET: Reference = { types: [BUCKET], missing: "NoSuchBucket" };

function bucketArn({ id, settings }: Created): string {
  const partition = partitionOf(settings.region).name;
  return arnOf({ partition, service: "s3", region: "", accountId: "", resource: id });
}

function bucketAttributes({ id, settings }: Created): WireObject {
  const { dnsSuffix } = partitionOf(settings.region);
  return {
    bucketDomainName: `${id}.s3.${dnsSuffix}`,
    bucketNamespace: "global",
    bucketPrefix: "",
    bucketRegion: settings.region,
    bucketRegionalDomainName: `${id}.s3.${settings.region}.${dnsSuffix}`,
    requestPayer: "BucketOwner",
  };
}

/** One aspect of a bucket, which disappears with it. */
function aspect(differences: Partial<ResourceType> = {}): ResourceType {
  return {
    id: inputId("bucket"),
    forceNew: ["bucket"],
    references: { bucket: OF_BUCKET },
    refuse: unique(["bucket"], "OperationAborted"),
    ...differences,
  };
}

/** Source: S3 user guide, constraints of lifecycle transitions: rare access begins after 30 days. */
function refuseEarlyTransition({ inputs }: Created): void {
  const rules = isWireList(inputs.rules) ? inputs.rules.filter(isWireObject) : [];
  const transitions = rules.flatMap((rule) =>
    isWireList(rule.transitions) ? rule.transitions.filter(isWireObject) : [],
  );
  const early = transitions.find(
    ({ days, storageClass }) =>
      typeof days === "number" && days < 30 && /^(STANDARD|ONEZONE)_IA$/.test(textOf(storageClass)),
  );
  if (early === undefined) return;
  throw new AwsError(
    "InvalidArgument",
    `a transition to ${textOf(early.storageClass)} after ${textOf(early.days)} days; at least 30 are required`,
  );
}

/** S3 buckets and their aspects. */
export const BUCKET_TYPES: ResourceTypes = {
  [BUCKET]: {
    id: inputId("bucket"),
    arn: bucketArn,
    autoname: { property: "bucket", maxLength: 63, transform: (name) => name.toLowerCase() },
    defaults: { forceDestroy: false },
    computed: bucketAttributes,
    forceNew: ["bucket", "bucketNamespace", "bucketPrefix", "objectLockEnabled"],
    rules: [
      textRule({
        property: "bucket",
        code: "InvalidBucketName",
        pattern: /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        requires:
          "must be 3 to 63 lower-case letters, digits, dots or hyphens, a letter or digit first and last",
      }),
    ],
    refuse: unique(["bucket"], "BucketAlreadyOwnedByYou"),
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": aspect({
    defaults: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
  }),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": aspect(),
  "aws:s3/bucketVersioning:BucketVersioning": aspect(),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": aspect(),
  "aws:s3/bucketPolicy:BucketPolicy": aspect({
    rules: [
      { property: "policy", code: "MalformedPolicy", requires: "must be a JSON object", holds: isJsonObject },
    ],
  }),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": aspect({
    computed: () => ({ transitionDefaultMinimumObjectSize: "all_storage_classes_128K" }),
    refuse: (created) => {
      unique(["bucket"], "OperationAborted")(created);
      refuseEarlyTransition(created);
    },
  }),
  "aws:s3/bucketLogging:BucketLogging": aspect({
    references: {
      bucket: OF_BUCKET,
      targetBucket: { types: [BUCKET], missing: "InvalidTargetBucketForLogging" },
    },
  }),
  "aws:s3/bucketObjectv2:BucketObjectv2": aspect({
    id: ({ inputs }) => `${textOf(inputs.bucket)}/${textOf(inputs.key)}`,
    computed: (created) => {
      const { id, inputs, urn } = created;
      const version = uuid(`${urn}#${JSON.stringify([inputs.content, inputs.contentBase64])}`);
      return {
        arn: bucketArn(created),
        bucketKeyEnabled: false,
        etag: uuid(id).replaceAll("-", ""),
        storageClass: "STANDARD",
        versionId: version.replaceAll("-", ""),
      };
    },
    defaults: { acl: "private", forceDestroy: false },
    forceNew: ["bucket", "key"],
    rules: [
      {
        property: "contentBase64",
        code: "InvalidRequest",
        requires: "must be base64",
        holds: (value) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(textOf(value)),
      },
    ],
    refuse: unique(["bucket", "key"], "OperationAborted"),
  }),
  "aws:s3/bucketMetric:BucketMetric": aspect({
    id: ({ inputs }) => `${textOf(inputs.bucket)}:${textOf(inputs.name)}`,
    autoname: { property: "name", maxLength: 64 },
    forceNew: ["bucket", "name"],
    refuse: unique(["bucket", "name"], "TooManyConfigurations"),
  }),
};
