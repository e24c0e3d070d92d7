import type * as pulumi from "@pulumi/pulumi";

import { serviceDomain } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import { statementId } from "../core/grant";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import type { Access } from "./data-args";

/** Use of one store by one workload. */
export interface StoreUse {
  /** Service or fleet, by its name. */
  readonly workload: string;
  /** How it is used. */
  readonly access: Access;
  /** Whether only items of a table are reached whose partition key is the workload's name. */
  readonly ownItemsOnly: boolean;
}

/** Statement of a workload's role. */
export type GrantStatement = PolicyStatement<pulumi.Input<string>>;

/** How people read a use: `database sales, read and write`. */
export function describeUse(kind: string, name: string, { access }: StoreUse): string {
  return `${kind} ${name}, ${access === "read" ? "read" : "read and write"}`;
}

/**
 * What a workload may do with the key of a store it uses: nothing but what the store's service does in the workload's
 * name, with the workload's rights.
 */
export function keyStatement(
  store: { readonly kind: string; readonly name: string; readonly service: string },
  access: Access,
  key: EncryptionKey,
  { region }: Scope,
): GrantStatement {
  const writing = access === "write" ? ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"] : [];
  return {
    sid: statementId("key", "of", store.kind, store.name),
    actions: ["kms:Decrypt", "kms:DescribeKey", ...writing],
    resources: [key.arn],
    conditions: { StringEquals: { "kms:ViaService": serviceDomain(store.service, region) } },
  };
}
