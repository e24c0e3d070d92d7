import type * as pulumi from "@pulumi/pulumi";

import { type CatalogueEntry, entryTags } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import type { MonitoredThing } from "../core/monitored-thing";
import type { Scope } from "../core/scope";
import type { DomainSpec, StoreSpec } from "./data-args";

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

/** What a store's monitored things have in common. */
export function monitoredThing(name: string, { criticality, owner }: CatalogueEntry): MonitoredThing {
  return { family: "monitored", name, criticality, owner };
}
