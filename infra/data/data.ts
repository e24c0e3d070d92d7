import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { type DomainKeys, type EncryptionKey, platformDomain } from "../core/encryption-key";
import type { Grant } from "../core/grant";
import { physicalName } from "../core/names";
import { describeProblems } from "../core/problem";
import { AccessLogs } from "./access-logs";
import { Bucket } from "./bucket";
import { Cache } from "./cache";
import type { Access, DataArgs, StoreSpec } from "./data-args";
import { dataAnswers } from "./data-answers";
import { dataProblems } from "./data-problems";
import { Databases } from "./databases";
import { DomainKey } from "./domain-key";
import { Secret } from "./secret";
import { type StoreArgs, storeArgs, type Stores } from "./store";
import { domainLogGroupArns } from "./store-names";
import { known, mapValues } from "./records";
import { Table } from "./table";

/** Use of something that holds data, by a workload. */
export interface DataUse {
  /** Service or fleet, by its name. */
  readonly workload: string;
  /** What is used. */
  readonly kind: "database" | "table" | "cache" | "bucket" | "secret";
  /** Its name in the catalogue. */
  readonly name: string;
  /** How it is used. Who writes may read, too. */
  readonly access: Access;
  /**
   * Whether a workload reaches only those items of a table whose partition key is its own name.
   *
   * @default false
   */
  readonly ownItemsOnly?: boolean;
}

/**
 * Everything of an environment that holds data, and the keys that encrypt it.
 *
 * Which things there are depends on the catalogue alone; sizes change their settings.
 *
 * @throws Error naming everything that `dataProblems` finds, before anything is registered
 */
export class Data extends pulumi.ComponentResource {
  /** Encryption key of each domain, by its name; `platform` is always one of them. */
  public readonly keys: DomainKeys;
  /** ARN of the topic on which RDS tells what happens to databases; nothing where there are none. */
  public readonly databaseEventsTopicArn: pulumi.Output<string> | undefined;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly stores: Readonly<Record<DataUse["kind"], Stores>>;

  public constructor(
    name: string,
    private readonly args: DataArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const problems = dataProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`data "${name}"`, problems));
    super("platform:data:Data", name, {}, opts);

    const domainKeys = this.domainKeys(name);
    this.keys = withPlatform(mapValues(domainKeys, ({ key }) => key));
    const databases = new Databases(`${name}-databases`, { ...args, keys: this.keys }, { parent: this });
    const accessLogs = this.accessLogs(name);
    this.stores = {
      database: databases.stores,
      table: this.tables(name),
      cache: this.caches(name),
      bucket: this.buckets(name, accessLogs),
      secret: this.secrets(name),
    };

    this.databaseEventsTopicArn = databases.eventsTopicArn;
    this.declarations = [
      ...Object.values(domainKeys).flatMap(({ declarations }) => declarations),
      ...databases.declarations,
      ...(accessLogs?.declarations ?? []),
      ...Object.values(this.stores).flatMap((stores) =>
        Object.values(stores).flatMap(({ declarations }) => declarations),
      ),
      ...dataAnswers(name, args.catalogue),
    ];
    this.registerOutputs({ keys: this.keys, databaseEventsTopicArn: this.databaseEventsTopicArn });
  }

  /**
   * What a workload needs in order to use a store: rights, settings and a way to it.
   *
   * @throws Error where there is no such store, or the store cannot be used so
   */
  public grant({ workload, kind, name, access, ownItemsOnly = false }: DataUse): Grant {
    const stores = this.stores[kind];
    const store = Object.hasOwn(stores, name) ? stores[name] : undefined;
    if (store === undefined) {
      const known = Object.keys(stores).join(", ") || "none";
      throw new Error(`${workload} uses ${kind} "${name}", which the catalogue has not; it has: ${known}`);
    }
    if (ownItemsOnly && kind !== "table") {
      throw new Error(`${workload} uses ${kind} "${name}" for own items only; only a table has items`);
    }
    return store.grant({ workload, access, ownItemsOnly });
  }

  private domainKeys(name: string): Readonly<Record<string, DomainKey>> {
    const { scope, catalogue, sizes } = this.args;
    return mapValues(
      catalogue.domains,
      (spec, domain) =>
        new DomainKey(
          `${name}-key-${domain}`,
          {
            scope,
            domain,
            spec,
            logGroupArns: domainLogGroupArns(scope, domain, catalogue),
            deletionWindowDays: sizes.keyDeletionWindowDays,
            protect: sizes.protect,
          },
          { parent: this },
        ),
    );
  }

  private tables(name: string): Stores {
    const { catalogue, sizes } = this.args;
    return mapValues(catalogue.tables, (spec, table) => {
      const size = known(sizes.tables, table);
      return new Table(`${name}-table-${table}`, { ...this.storeArgs(table, spec), size }, { parent: this });
    });
  }

  private caches(name: string): Stores {
    const { scope, catalogue, sizes, placement, cacheUsers } = this.args;
    if (Object.keys(catalogue.caches).length === 0) return {};
    const groupName = physicalName("cache-subnet-group", scope, `${name}-caches`);
    const group = new aws.elasticache.SubnetGroup(
      `${name}-caches`,
      {
        name: groupName,
        description: "Caches: the data tier",
        subnetIds: placement.subnets.data.map(({ id }) => id),
        tags: { Name: groupName },
      },
      { parent: this },
    );
    return mapValues(catalogue.caches, (spec, cache) => {
      const built = {
        ...this.storeArgs(cache, spec),
        size: known(sizes.caches, cache),
        sizes,
        vpcId: placement.vpcId,
        subnetGroupName: group.name,
        users: cacheUsers[cache] ?? {},
      };
      return new Cache(`${name}-cache-${cache}`, built, { parent: this });
    });
  }

  private accessLogs(name: string): AccessLogs | undefined {
    const { scope, catalogue, sizes } = this.args;
    const buckets = Object.keys(catalogue.buckets);
    if (buckets.length === 0) return undefined;
    return new AccessLogs(
      `${name}-access-logs`,
      { scope, buckets, retentionDays: sizes.logRetentionDays, protect: sizes.protect },
      { parent: this },
    );
  }

  private buckets(name: string, logs: AccessLogs | undefined): Stores {
    const { catalogue, sizes } = this.args;
    if (logs === undefined) return {};
    return mapValues(catalogue.buckets, (spec, bucket) => {
      const size = known(sizes.buckets, bucket);
      const built = { ...this.storeArgs(bucket, spec), size, accessLogs: logs.bucket };
      return new Bucket(`${name}-bucket-${bucket}`, built, { parent: this });
    });
  }

  private secrets(name: string): Stores {
    const { catalogue, sizes } = this.args;
    const recoveryWindowDays = sizes.keyDeletionWindowDays;
    return mapValues(
      catalogue.secrets,
      (spec, secret) =>
        new Secret(
          `${name}-secret-${secret}`,
          { ...this.storeArgs(secret, spec), recoveryWindowDays },
          { parent: this },
        ),
    );
  }

  private storeArgs<Spec extends StoreSpec>(name: string, spec: Spec): StoreArgs<Spec> {
    return storeArgs({ ...this.args, keys: this.keys }, name, spec);
  }
}

function withPlatform(keys: Readonly<Record<string, EncryptionKey>>): DomainKeys {
  const platform = keys[platformDomain];
  if (platform === undefined) throw new Error(`there is no domain "${platformDomain}"`);
  return { ...keys, [platformDomain]: platform };
}
