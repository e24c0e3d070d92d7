import { arn, regionalArn } from "./arn";
import { physicalName } from "./names";
import type { PolicyStatement } from "./policy-statement";
import { partitionOf } from "./region";
import type { Scope } from "./scope";

/**
 * First word of the names of what sessions need. It is the same whatever the stack of the account calls itself, so that an
 * environment can give its instances the right to it without asking the account.
 */
const ofAccount = "account";

/** Where sessions of Session Manager are recorded, and what encrypts them: each Region of an account has one of each. */
export interface SessionPlaces {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Name of the log group. */
  readonly logGroup: string;
  /** Alias of the key. */
  readonly keyAlias: string;
}

/** Names of what sessions in a Region need. */
export function sessionPlaces({ accountId, region }: Scope): SessionPlaces {
  const scope = { environment: ofAccount, accountId, region };
  return {
    bucket: physicalName("bucket", scope, "sessions"),
    logGroup: physicalName("log-group", scope, "sessions"),
    keyAlias: physicalName("kms-alias", scope, "systems"),
  };
}

/** What an instance needs so that a session on it is encrypted and recorded. Without it, no session starts. */
export function sessionRights(scope: Scope): readonly PolicyStatement[] {
  const { bucket, logGroup, keyAlias } = sessionPlaces(scope);
  const partition = partitionOf(scope.region);
  const bucketArn = arn({ partition, service: "s3", resource: bucket });
  const logs = (resource: string): string => regionalArn(scope, "logs", `log-group:${resource}`);
  return [
    {
      sid: "EncryptSessions",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [regionalArn(scope, "kms", "key/*")],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias } },
    },
    { sid: "FindSessionBucket", actions: ["s3:GetEncryptionConfiguration"], resources: [bucketArn] },
    { sid: "KeepSessions", actions: ["s3:PutObject"], resources: [`${bucketArn}/*`] },
    {
      sid: "FindSessionLog",
      actions: ["logs:DescribeLogGroups"],
      resources: [logs("*")],
    },
    {
      sid: "StreamSessions",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [logs(`${logGroup}:*`)],
    },
  ];
}
