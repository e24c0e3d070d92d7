import type * as pulumi from "@pulumi/pulumi";

import { backupTags } from "../core/backup-tags";
import { type CatalogueEntry, entryTags } from "../core/catalogue-entry";
import type { Declaration } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import type { Grant } from "../core/grant";
import type { MonitoredThing } from "../core/monitored-thing";
import type { Scope } from "../core/scope";
import type { DataArgs, DomainSpec, StoreSpec } from "./data-args";
import type { StoreUse } from "./grants";
import { known } from "./records";

/** What all stores are built from. */
export interface StoreArgs<Spec extends StoreSpec> {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name in the catalogue. */
  readonly name: string;
  /** What the catalogue says of it. */
  readonly spec: Spec;
  /** Domain that its data belongs to. */
  readonly domain: DomainSpec;
  /** The domain's key. */
  readonly key: EncryptionKey;
  /** Whether it refuses to be deleted: AWS's deletion protection where there is one, and Pulumi's `protect`. */
  readonly protect: boolean;
}

/** Tags of what is built for a store: those of its entry, how sensitive its domain is, and its name. */
export function storeTags(
  name: string,
  physicalName: pulumi.Input<string>,
  { spec, domain }: { readonly spec: CatalogueEntry; readonly domain: DomainSpec },
): Record<string, pulumi.Input<string>> {
  return { ...entryTags(name, spec), DataClass: domain.dataClass, Name: physicalName };
}

/** Tags of what a store's backups are made of: those of the store, and those by which its word's plan selects it. */
export function savedStoreTags(
  name: string,
  physicalName: pulumi.Input<string>,
  args: Pick<StoreArgs<StoreSpec>, "scope" | "spec" | "domain">,
): Record<string, pulumi.Input<string>> {
  return { ...storeTags(name, physicalName, args), ...backupTags(args.scope, args.spec.criticality) };
}

/** What a store's monitored things have in common. */
export function monitoredThing(name: string, { criticality, owner }: CatalogueEntry): MonitoredThing {
  return { family: "monitored", name, criticality, owner };
}

/** Something that holds data, once it is built. */
export interface Store {
  /** What it says about itself. */
  readonly declarations: readonly Declaration[];
  /** What a workload needs in order to use it. */
  grant(use: StoreUse): Grant;
}

/** Stores of one kind, by their names. */
export type Stores = Readonly<Record<string, Store>>;

/** What the layer was asked for, and the keys of its domains. */
export type KeyedDataArgs = DataArgs & { readonly keys: Readonly<Record<string, EncryptionKey>> };

/** What a store of the catalogue is built from. */
export function storeArgs<Spec extends StoreSpec>(
  args: KeyedDataArgs,
  name: string,
  spec: Spec,
): StoreArgs<Spec> {
  const { scope, catalogue, sizes, keys } = args;
  return {
    scope,
    name,
    spec,
    domain: known(catalogue.domains, spec.domain),
    key: known(keys, spec.domain),
    protect: sizes.protect,
  };
}
