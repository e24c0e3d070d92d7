import { arn } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { tlsAlone } from "../core/tls-alone";

/** Services that write exports. Source: https://docs.aws.amazon.com/cur/latest/userguide/dataexports-s3-bucket.html, 2026-11 */
const writers = ["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"];

/** Exports are a service of us-east-1 alone, wherever their bucket lies. */
function ownExports({ region, accountId }: Scope): readonly string[] {
  const partition = partitionOf(region);
  const of = (service: string, resource: string): string =>
    arn({ partition, service, region: "us-east-1", accountId, resource });
  return [of("bcm-data-exports", "export/*"), of("cur", "definition/*")];
}

function forThisAccount(scope: Scope) {
  return {
    StringEquals: { "aws:SourceAccount": scope.accountId },
    StringLike: { "aws:SourceArn": [...ownExports(scope)] },
  };
}

/** Statements of the bucket's policy: AWS writes this account's exports, and nobody comes without TLS. */
export function exportBucketStatements(scope: Scope, bucketName: string): readonly PolicyStatement[] {
  const bucketArn = arn({ partition: partitionOf(scope.region), service: "s3", resource: bucketName });
  const objects = `${bucketArn}/*`;
  return [
    {
      sid: "ExportsAreWritten",
      principals: { Service: writers },
      actions: ["s3:PutObject", "s3:GetBucketPolicy"],
      resources: [bucketArn, objects],
      conditions: forThisAccount(scope),
    },
    ...tlsAlone(bucketArn, objects),
  ];
}

/** Statements of the key's policy: the account's administrators manage it, and AWS writes this account's exports with it. */
export function exportKeyStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    {
      sid: "ExportsAreWritten",
      principals: { Service: writers },
      actions: ["kms:GenerateDataKey*", "kms:Decrypt"],
      resources: ["*"],
      wildcards: { resources: thisKey },
      conditions: forThisAccount(scope),
    },
  ];
}
