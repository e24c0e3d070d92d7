import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { tlsAlone } from "../core/tls-alone";

/** Arguments of {@link FrontDoorLogs}. */
export interface FrontDoorLogsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Days that logs are kept. */
  readonly days: number;
  /** Whether the bucket refuses to be deleted. */
  readonly protect: boolean;
}

/** What visits from outside find goes under this prefix. */
export const visitPrefix = "canary";

/** Logs that a balancer writes, each under a prefix of its own. */
const balancerLogs = ["access", "connection", "health-check"] as const;

/**
 * Bucket for the logs of the front door's balancer, and for what visits from outside find.
 *
 * Elastic Load Balancing writes only into buckets that S3 encrypts with its own keys (SSE-S3); a customer key is refused.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export class FrontDoorLogs extends pulumi.ComponentResource {
  /** Name of the bucket, known once the balancer may write into it. */
  public readonly bucket: pulumi.Output<string>;
  /** ARN of the bucket. */
  public readonly bucketArn: pulumi.Output<string>;

  public constructor(name: string, args: FrontDoorLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoorLogs", name, {}, opts);
    const bucketName = physicalName("bucket", args.scope, name);
    const bucket = new aws.s3.Bucket(
      name,
      { bucket: bucketName, tags: { Name: bucketName } },
      { parent: this, protect: args.protect },
    );
    const settings = { parent: this };
    new aws.s3.BucketPublicAccessBlock(
      name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      settings,
    );
    new aws.s3.BucketOwnershipControls(
      name,
      { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
      settings,
    );
    new aws.s3.BucketServerSideEncryptionConfiguration(
      name,
      { bucket: bucket.id, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      settings,
    );
    new aws.s3.BucketVersioning(
      name,
      { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
      settings,
    );
    new aws.s3.BucketLifecycleConfiguration(
      name,
      { bucket: bucket.id, rules: [...[...balancerLogs, visitPrefix].map(expiry(args.days)), leftovers] },
      settings,
    );
    const policy = new aws.s3.BucketPolicy(
      name,
      { bucket: bucket.id, policy: policyDocument(bucketStatements(bucket.arn, args.scope)) },
      settings,
    );

    this.bucket = policy.bucket;
    this.bucketArn = bucket.arn;
    this.registerOutputs({ bucket: this.bucket });
  }
}

type Rule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** What is written ends; what is deployed, such as the program of visits, stays. */
const expiry =
  (days: number) =>
  (prefix: string): Rule => ({
    id: `expire-${prefix}`,
    status: "Enabled",
    filter: { prefix: `${prefix}/` },
    expiration: { days },
  });

const leftovers: Rule = {
  id: "leftovers",
  status: "Enabled",
  filter: {},
  noncurrentVersionExpiration: { noncurrentDays: 7 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

function bucketStatements(
  bucketArn: pulumi.Input<string>,
  scope: Scope,
): readonly PolicyStatement<pulumi.Input<string>>[] {
  const { accountId } = scope;
  const balancers = regionalArn(scope, "elasticloadbalancing", "loadbalancer/*");
  return [
    {
      sid: "DeliverBalancerLogsOfThisAccount",
      principals: { Service: ["logdelivery.elasticloadbalancing.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: balancerLogs.map((log) => pulumi.interpolate`${bucketArn}/${log}/AWSLogs/${accountId}/*`),
      conditions: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": balancers },
      },
    },
    ...tlsAlone<pulumi.Input<string>>(bucketArn, pulumi.interpolate`${bucketArn}/*`),
  ];
}
