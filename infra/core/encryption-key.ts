import type * as pulumi from "@pulumi/pulumi";

/** A KMS key, as what is encrypted with it knows it. */
export interface EncryptionKey {
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Key id. */
  readonly id: pulumi.Input<string>;
}

/** Domain of the key that encrypts what belongs to no data domain: buses, logs, volumes. */
export const platformDomain = "platform";

/** Keys by domain; the platform's own is always one of them. */
export type DomainKeys = Readonly<Record<string, EncryptionKey>> & {
  readonly [platformDomain]: EncryptionKey;
};
