import { aws, type Program, ref } from "../support/fixtures";
import { document } from "./documents";

const bucket = (props: object = {}) => aws("s3/bucket:Bucket", { ...props });
const closed = (of: string) =>
  aws("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {
    bucket: ref(of),
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
const tlsOnly = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const policy = (of: string, ...statements: readonly object[]) =>
  aws("s3/bucketPolicy:BucketPolicy", { bucket: ref(of), policy: document(tlsOnly, ...statements) });
const versioned = (of: string) =>
  aws("s3/bucketVersioning:BucketVersioning", {
    bucket: ref(of),
    versioningConfiguration: { status: "Enabled" },
  });
const service = (name: string, action: string, condition?: object) => ({
  Effect: "Allow",
  Principal: { Service: name },
  Action: action,
  Resource: "arn:aws:s3:::b/*",
  ...(condition && { Condition: condition }),
});
const fromHere = { StringEquals: { "aws:SourceAccount": "111122223333" } };

/** Buckets and file systems as people have them. */
export const storage: Readonly<Record<string, Program>> = {
  "a private bucket with its satellites": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy("bucket"),
    versioning: versioned("bucket"),
  },
  "a bucket that takes access logs, and one that writes them": {
    logs: bucket(),
    logsBlock: closed("logs"),
    logsPolicy: policy("logs", service("logging.s3.amazonaws.com", "s3:PutObject", fromHere)),
    data: bucket(),
    dataBlock: closed("data"),
    dataPolicy: policy("data"),
    logging: aws("s3/bucketLogging:BucketLogging", {
      bucket: ref("data"),
      targetBucket: ref("logs"),
      targetPrefix: "data/",
    }),
  },
  "a bucket that CloudFront reads on behalf of one distribution": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy(
      "bucket",
      service("cloudfront.amazonaws.com", "s3:GetObject", {
        StringEquals: { "aws:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1" },
      }),
    ),
  },
  "a bucket that another account of the organisation reads": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy("bucket", {
      Effect: "Allow",
      Principal: "*",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
    }),
  },
  "a bucket that a trail writes to": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy("bucket", service("cloudtrail.amazonaws.com", "s3:PutObject", fromHere)),
  },
  "a bucket that a balancer writes its logs to": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy(
      "bucket",
      service("logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject", fromHere),
    ),
  },
  "a bucket as it was written before its sides were resources": {
    bucket: bucket({
      versioning: { enabled: true },
      serverSideEncryptionConfiguration: {
        rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "k" } },
      },
    }),
    block: closed("bucket"),
    policy: policy("bucket"),
  },
  "a bucket behind one VPC endpoint": {
    bucket: bucket(),
    block: closed("bucket"),
    policy: policy("bucket", {
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: "arn:aws:s3:::b/*",
      Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
    }),
  },
  "a bucket that is replicated": {
    source: bucket(),
    sourceBlock: closed("source"),
    sourcePolicy: policy("source"),
    sourceVersions: versioned("source"),
    replication: aws("s3/bucketReplicationConfig:BucketReplicationConfig", {
      bucket: ref("source"),
      role: "arn:aws:iam::111122223333:role/replication",
      rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::copy" } }],
    }),
  },
  "a file system with its policy and mount targets": {
    files: aws("efs/fileSystem:FileSystem", { encrypted: true }),
    policy: aws("efs/fileSystemPolicy:FileSystemPolicy", {
      fileSystemId: ref("files"),
      policy: document(
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        },
        { ...tlsOnly, Action: "*", Resource: "*" },
      ),
    }),
  },
  "a registry whose images the organisation pulls": {
    repository: aws("ecr/repository:Repository", {
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
    }),
    policy: aws("ecr/repositoryPolicy:RepositoryPolicy", {
      repository: ref("repository"),
      policy: document({
        Effect: "Allow",
        Principal: "*",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
      }),
    }),
  },
};
