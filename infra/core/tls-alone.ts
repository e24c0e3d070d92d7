import type { PolicyStatement } from "./policy-statement";

/** The last statements of a bucket's policy: nobody comes without TLS 1.2. */
export function tlsAlone(bucketArn: string): readonly PolicyStatement[] {
  const everything: Omit<PolicyStatement, "sid"> = {
    effect: "Deny",
    principals: "*",
    actions: ["s3:*"],
    resources: [bucketArn, `${bucketArn}/*`],
  };
  return [
    { ...everything, sid: "TlsAlone", conditions: { Bool: { "aws:SecureTransport": "false" } } },
    { ...everything, sid: "Tls12OrNewer", conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}
