import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import type { DomainSpec } from "./data-args";
import { keyStatements } from "./key-policy";
import { storeTags } from "./store";

/** Arguments of {@link DomainKey}. */
export interface DomainKeyArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the domain. */
  readonly domain: string;
  /** What the catalogue says of the domain. */
  readonly spec: DomainSpec;
  /** Log groups of the domain's stores. */
  readonly logGroupArns: readonly string[];
  /** Days in which a deletion can be called off. */
  readonly deletionWindowDays: number;
  /** Whether it refuses to be deleted. */
  readonly protect: boolean;
}

/** The key that encrypts all data of one domain. */
export class DomainKey extends pulumi.ComponentResource {
  /** The key, as what it encrypts knows it. */
  public readonly key: EncryptionKey;
  /** What the key says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: DomainKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:data:DomainKey", name, {}, opts);
    const { scope, domain, spec } = args;
    const alias = physicalName("kms-alias", scope, `data/${domain}`);

    const key = new aws.kms.Key(
      name,
      {
        description: `${scope.environment}, data of ${domain}: ${spec.description}`,
        enableKeyRotation: true,
        deletionWindowInDays: args.deletionWindowDays,
        policy: policyDocument(keyStatements(args)),
        tags: storeTags(domain, alias, { spec, domain: spec }),
      },
      { parent: this, protect: args.protect },
    );
    new aws.kms.Alias(name, { name: alias, targetKeyId: key.id }, { parent: this });

    this.key = { arn: key.arn, id: key.id };
    this.declarations = [
      {
        family: "monitored",
        kind: "key",
        name: `data-${domain}`,
        criticality: spec.criticality,
        owner: spec.owner,
        dimensions: { KeyId: key.id },
      },
    ];
    this.registerOutputs({ key: this.key });
  }
}
