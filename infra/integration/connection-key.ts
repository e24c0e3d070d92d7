import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import { keyAdministration } from "../core/key-administration";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";

/** Arguments of {@link ConnectionKey}. */
export interface ConnectionKeyArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
}

/**
 * Key that encrypts our credentials with partners, and nothing else.
 *
 * EventBridge reads them by its service-linked role, which uses only keys that carry the tag `EventBridgeApiDestinations`:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-connections.html
 */
export class ConnectionKey extends pulumi.ComponentResource {
  /** The key. */
  public readonly key: EncryptionKey;

  public constructor(name: string, { scope }: ConnectionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:ConnectionKey", name, {}, opts);
    const keyName = physicalName("kms-alias", scope, name);

    const key = new aws.kms.Key(
      name,
      {
        description: `Encrypts credentials with partners of ${scope.environment}`,
        enableKeyRotation: true,
        // The longest there is: without the key, every credential has to be asked for anew.
        deletionWindowInDays: 30,
        policy: policyDocument([keyAdministration(scope)]),
        tags: { Name: keyName, EventBridgeApiDestinations: "true" },
      },
      { parent: this },
    );
    new aws.kms.Alias(name, { name: keyName, targetKeyId: key.id }, { parent: this });

    this.key = { arn: key.arn, id: key.id };
    this.registerOutputs({ keyId: key.id });
  }
}
