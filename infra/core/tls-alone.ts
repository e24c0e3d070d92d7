import type { PolicyStatement } from "./policy-statement";

/** Statement of a resource's policy: whoever comes without TLS is refused these actions. */
export function refusedWithoutTls<Text>(
  actions: readonly string[],
  resources: readonly Text[],
  sid = "TlsAlone",
): PolicyStatement<Text | string> {
  return {
    sid,
    effect: "Deny",
    principals: "*",
    actions,
    resources,
    conditions: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Statements of a bucket's policy: nobody comes without TLS 1.2.
 *
 * @param bucketArn - ARN of the bucket.
 * @param objectsArn - ARN of all its objects.
 */
export function tlsAlone<Text>(bucketArn: Text, objectsArn: Text): readonly PolicyStatement<Text | string>[] {
  const everything = refusedWithoutTls(["s3:*"], [bucketArn, objectsArn]);
  return [
    everything,
    { ...everything, sid: "Tls12OrNewer", conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}
