import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { platformDomain } from "../core/encryption-key";
import type { DatabaseSpec } from "./data-args";
import { DatabaseCluster } from "./database-cluster";
import { isInstanceEngine } from "./database-engines";
import { DatabaseEvents } from "./database-events";
import { DatabaseInstance } from "./database-instance";
import { DatabaseSupport } from "./database-support";
import { known, mapValues } from "./records";
import { type KeyedDataArgs, storeArgs, type Stores } from "./store";

/** All relational databases, what they stand on, and the topic of their events. */
export class Databases extends pulumi.ComponentResource {
  /** Databases, by their names. */
  public readonly stores: Stores;
  /** ARN of the topic of their events; nothing where there are no databases. */
  public readonly eventsTopicArn: pulumi.Output<string> | undefined;
  /** What all databases have in common says about itself; each database speaks for itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(
    name: string,
    private readonly args: KeyedDataArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:Databases", name, {}, opts);
    if (Object.keys(args.catalogue.databases).length === 0) {
      this.stores = {};
      this.declarations = [];
      this.registerOutputs({});
      return;
    }
    const { scope, placement, keys } = args;
    const support = new DatabaseSupport(name, { scope, placement }, { parent: this });
    const byName = mapValues(args.catalogue.databases, (spec, database) =>
      this.database(name, database, spec, support),
    );
    const databases = Object.values(byName);
    const events = new DatabaseEvents(
      `${name}-events`,
      {
        scope,
        key: known(keys, platformDomain),
        clusters: databases.filter((database) => database instanceof DatabaseCluster),
        instances: databases.filter((database) => database instanceof DatabaseInstance),
      },
      { parent: this },
    );

    this.stores = byName;
    this.eventsTopicArn = events.topicArn;
    this.declarations = [...support.declarations, ...events.declarations];
    this.registerOutputs({ eventsTopicArn: this.eventsTopicArn });
  }

  private database(
    layer: string,
    database: string,
    spec: DatabaseSpec,
    support: DatabaseSupport,
  ): DatabaseCluster | DatabaseInstance {
    const { sizes, placement } = this.args;
    const name = `${layer}-${database}`;
    const common = { ...storeArgs(this.args, database, spec), sizes, vpcId: placement.vpcId, support };
    const size = known(sizes.databases, database);
    const { engine } = spec;
    if (isInstanceEngine(engine)) {
      if ("capacity" in size) throw new Error(`database "${database}": the size of a cluster for ${engine}`);
      return new DatabaseInstance(name, { ...common, spec: { ...spec, engine }, size }, { parent: this });
    }
    if ("capacity" in size) {
      return new DatabaseCluster(name, { ...common, spec: { ...spec, engine }, size }, { parent: this });
    }
    throw new Error(`database "${database}": the size of an instance for ${engine}`);
  }
}
