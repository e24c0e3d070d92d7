import type { PolicyStatement } from "./policy-statement";

/**
 * Statements of a bucket's policy: nobody comes without TLS 1.2.
 *
 * @param bucketArn - ARN of the bucket.
 * @param objectsArn - ARN of all its objects.
 */
export function tlsAlone<Text>(bucketArn: Text, objectsArn: Text): readonly PolicyStatement<Text | string>[] {
  const everything = {
    effect: "Deny",
    principals: "*",
    actions: ["s3:*"],
    resources: [bucketArn, objectsArn],
  } as const;
  return [
    { ...everything, sid: "TlsAlone", conditions: { Bool: { "aws:SecureTransport": "false" } } },
    { ...everything, sid: "Tls12OrNewer", conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}
