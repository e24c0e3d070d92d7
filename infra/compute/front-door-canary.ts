import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { servicePrincipal } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { withoutResource } from "./actions-without-resource";
import { visitPrefix } from "./front-door-logs";
import { minutesBetweenVisits, visitProgram, type VisitRate, visitSeconds } from "./front-door-visit";
import { storedZip } from "./stored-zip";

/** Arguments of {@link FrontDoorCanary}. */
export interface FrontDoorCanaryArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name that is visited: that of the front door's own Region. */
  readonly domain: string;
  /** How often. */
  readonly visits: VisitRate;
  /** Bucket of the program and of what visits find. */
  readonly bucket: pulumi.Input<string>;
  /** ARN of that bucket. */
  readonly bucketArn: pulumi.Input<string>;
  /** Key that encrypts both. */
  readonly key: EncryptionKey;
  /** Days that what a visit finds is kept. */
  readonly days: number;
  /** Who is called when the front door cannot be reached. */
  readonly owner: string;
}

/**
 * Newest runtime that takes a program of one's own, with Node.js 22.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_nodejs_puppeteer.html, 2026-11
 */
const runtime = "syn-nodejs-puppeteer-15.0";

/** Where the runtime looks for the program. */
const programPath = "nodejs/node_modules/index.js";

/** Somebody outside who visits the front door by the name of its Region, day and night: DNS, certificate, web ACL and balancer. */
export class FrontDoorCanary extends pulumi.ComponentResource {
  /** Name, as its metrics have it. */
  public readonly canaryName: string;

  public constructor(name: string, args: FrontDoorCanaryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoorCanary", name, {}, opts);
    const { scope, bucket, key, days } = args;
    this.canaryName = physicalName("canary", scope, "front-door");
    const program = this.program(name, args);
    const role = this.role(name, args);
    const minutes = minutesBetweenVisits[args.visits];
    new aws.synthetics.Canary(
      name,
      {
        name: this.canaryName,
        runtimeVersion: runtime,
        handler: "index.handler",
        s3Bucket: bucket,
        s3Key: program.key,
        s3Version: program.versionId,
        schedule: { expression: `rate(${minutes} ${minutes === 1 ? "minute" : "minutes"})` },
        runConfig: { timeoutInSeconds: visitSeconds, memoryInMb: 960 },
        startCanary: true,
        deleteLambda: true,
        executionRoleArn: role.arn,
        artifactS3Location: pulumi.interpolate`s3://${bucket}/${visitPrefix}`,
        artifactConfig: { s3Encryption: { encryptionMode: "SSE_KMS", kmsKeyArn: key.arn } },
        kmsKeyArn: key.arn,
        successRetentionPeriod: days,
        failureRetentionPeriod: days,
        tags: { Name: this.canaryName, Owner: args.owner },
      },
      { parent: this },
    );
    this.registerOutputs({ canaryName: this.canaryName });
  }

  private program(name: string, { domain, bucket, key }: FrontDoorCanaryArgs): aws.s3.BucketObjectv2 {
    return new aws.s3.BucketObjectv2(
      name,
      {
        bucket,
        key: "canary.zip",
        contentBase64: storedZip({ [programPath]: visitProgram(domain) }).toString("base64"),
        contentType: "application/zip",
        serverSideEncryption: "aws:kms",
        kmsKeyId: key.arn,
      },
      { parent: this },
    );
  }

  private role(name: string, args: FrontDoorCanaryArgs): aws.iam.Role {
    const roleName = physicalName("iam-role", args.scope, name);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets the canary of the front door keep what it finds, and count it",
        assumeRolePolicy: policyDocument([
          {
            sid: "Canary",
            principals: { Service: [servicePrincipal("lambda", args.scope.region)] },
            actions: ["sts:AssumeRole"],
          },
        ]),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      name,
      { role: role.name, policy: policyDocument(canaryStatements(args)) },
      { parent: this },
    );
    return role;
  }
}

/**
 * What a visit may do: what AWS says a canary's role must have, and no more. It may not write to CloudWatch Logs: its log,
 * which is kept with what else it finds, would otherwise be written a second time, into a group that nobody encrypts or ends.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html, 2026-11
 */
function canaryStatements({
  bucketArn,
  key,
}: FrontDoorCanaryArgs): readonly PolicyStatement<pulumi.Input<string>>[] {
  return [
    {
      sid: "KeepWhatIsFound",
      actions: ["s3:PutObject", "s3:GetObject"],
      resources: [pulumi.interpolate`${bucketArn}/${visitPrefix}/*`],
    },
    { sid: "FindTheBucket", actions: ["s3:GetBucketLocation"], resources: [bucketArn] },
    {
      sid: "EncryptWhatIsFound",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [key.arn],
    },
    {
      sid: "Count",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      wildcards: { resources: withoutResource },
      conditions: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
    },
    {
      sid: "ListBuckets",
      actions: ["s3:ListAllMyBuckets"],
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
  ];
}
