import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/**
 * What must not be read in a log: AWS's own detectors of it.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types.html, 2026-11
 */
const sensitive = [
  "AwsSecretKey",
  "CreditCardExpiration",
  "CreditCardNumber",
  "CreditCardSecurityCode",
  "EmailAddress",
  "OpenSshPrivateKey",
  "PgpPrivateKey",
  "PkcsPrivateKey",
  "PuttyPrivateKey",
] as const;

/** Policy by which CloudWatch Logs masks what must not be read, and counts what it has masked. */
export function logProtection({ region }: Scope, workload: string): string {
  const identifiers = sensitive.map(
    (word) => `arn:${partitionOf(region)}:dataprotection::aws:data-identifier/${word}`,
  );
  return JSON.stringify({
    Name: "no-personal-data",
    Description: `Masks personal data and credentials in the log of ${workload}`,
    Version: "2021-06-01",
    Statement: [
      { Sid: "count", DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: "mask", DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}
