import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { schemaDocument } from "./contract-schema";
import { publishedVersions } from "./contract-versions";
import { eventType } from "./envelope";
import type { EventContract, EventSchema } from "./integration-args";

/** Arguments of {@link ContractRegistry}. */
export interface ContractRegistryArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Contract of each event, by its name. */
  readonly events: Readonly<Record<string, EventContract>>;
}

/**
 * The contracts of an environment's events, where people and tools look them up.
 *
 * A schema registry takes no encryption key: a contract says what events look like and holds none.
 */
export class ContractRegistry extends pulumi.ComponentResource {
  /** Name of the registry. */
  public readonly registryName: string;

  public constructor(name: string, args: ContractRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:ContractRegistry", name, {}, opts);
    this.registryName = physicalName("schema-registry", args.scope, name);

    const registry = new aws.schemas.Registry(
      name,
      {
        name: this.registryName,
        description: "Contracts of the events of the business",
        tags: { Name: this.registryName },
      },
      { parent: this },
    );
    for (const [event, contract] of Object.entries(args.events)) {
      for (const version of publishedVersions(contract)) {
        this.schema(name, event, contract, { version, registry });
      }
    }
    this.registerOutputs({ registryName: this.registryName });
  }

  private schema(
    name: string,
    event: string,
    contract: EventContract,
    {
      version,
      registry,
    }: { readonly version: readonly [number, EventSchema]; readonly registry: aws.schemas.Registry },
  ): void {
    const type = eventType(event, version[0]);
    new aws.schemas.Schema(
      `${name}-${type}`,
      {
        name: `${contract.producer}@${type}`,
        registryName: registry.name,
        type: "JSONSchemaDraft4",
        description: contract.description,
        content: schemaDocument(event, contract, version),
        tags: { ...entryTags(event, contract), Name: type },
      },
      { parent: this },
    );
  }
}
