import type { CatalogueEntry } from "../core/catalogue-entry";
import type { DataClass } from "../core/data-class";
import type { LogRetentionDays } from "../core/log-retention";
import type { Placement } from "../core/placement";
import type { Scope } from "../core/scope";

/** Arguments of a {@link Data} layer. */
export interface DataArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Where databases and caches stand: the data tier. */
  readonly placement: Placement;
  /** What there is, the same in every environment. */
  readonly catalogue: DataCatalogue;
  /**
   * Who uses each cache, and how: by the cache's name, then by the workload's. Each gets a user of the cache, so that the
   * list has to be known before anything is built. A use that is granted has to be listed, with the same access.
   */
  readonly cacheUsers: Readonly<Record<string, Readonly<Record<string, Access>>>>;
  /** How big each of it is in this environment, by the same names. */
  readonly sizes: DataSizes;
}

/** How something is used. Who writes may read, too. */
export type Access = "read" | "write";

/** What holds data, the same in every environment. */
export interface DataCatalogue {
  /** Domains of data, each with an encryption key of its own. `platform` is always one of them. */
  readonly domains: Readonly<Record<string, DomainSpec>>;
  /** Relational databases. */
  readonly databases: Readonly<Record<string, DatabaseSpec>>;
  /** DynamoDB tables. */
  readonly tables: Readonly<Record<string, TableSpec>>;
  /** In-memory caches. */
  readonly caches: Readonly<Record<string, CacheSpec>>;
  /** S3 buckets. */
  readonly buckets: Readonly<Record<string, BucketSpec>>;
  /** Secrets that people or partners give to workloads. Their values are set outside of the program. */
  readonly secrets: Readonly<Record<string, SecretSpec>>;
}

/** A domain of data: what belongs together in the business, and is encrypted with one key. */
export interface DomainSpec extends CatalogueEntry {
  /** The most sensitive data in it. */
  readonly dataClass: DataClass;
}

/** What holds data of one domain. */
export interface StoreSpec extends CatalogueEntry {
  /** Domain that the data belongs to, by its name. */
  readonly domain: string;
}

/** Engines of Aurora. */
export const clusterEngines = ["aurora-postgresql", "aurora-mysql"] as const;
/** Engines of RDS instances. */
export const instanceEngines = ["postgres", "mysql", "mariadb"] as const;

/** A relational database. */
export interface DatabaseSpec extends StoreSpec {
  /** Engine: Aurora, as a cluster; any other, as an instance. */
  readonly engine: (typeof clusterEngines)[number] | (typeof instanceEngines)[number];
  /**
   * Major version, such as `17` or `8.4`. AWS chooses and renews the minor one. A higher one is installed in the next
   * maintenance window; there is no way back.
   */
  readonly majorVersion: string;
  /** Name of the database in it: letters, digits and underscores, a letter first. */
  readonly databaseName: string;
}

/** An attribute of a table's key. */
export interface KeyAttribute {
  /** Name. */
  readonly name: string;
  /** Type: text, number or bytes. */
  readonly type: "S" | "N" | "B";
}

/** A DynamoDB table. */
export interface TableSpec extends StoreSpec {
  /** Attribute by which items are spread. */
  readonly partitionKey: KeyAttribute;
  /**
   * Attribute by which items of one partition are ordered.
   *
   * @default - one item for each partition key
   */
  readonly sortKey?: KeyAttribute;
  /**
   * Global secondary indexes, by name.
   *
   * @default - none
   */
  readonly indexes?: Readonly<Record<string, Pick<TableSpec, "partitionKey" | "sortKey">>>;
  /**
   * How it is paid for: what is asked for, or what is provisioned and autoscaled. It is a word of the catalogue and not of
   * sizes, because autoscaling is made of resources that environments would otherwise differ by. Tables with indexes are
   * always on demand: Pulumi cannot leave the capacity of a listed index to autoscaling and still let an index be added.
   *
   * @default "on-demand"
   */
  readonly capacityMode?: "on-demand" | "provisioned";
  /**
   * Attribute that holds the second, since 1970, after which an item may be deleted.
   *
   * @default - items stay
   */
  readonly timeToLive?: string;
}

/** An in-memory cache. */
export interface CacheSpec extends StoreSpec {
  /** Engine. */
  readonly engine: "valkey";
  /**
   * Major version, such as `8`. AWS renews the minor one. It only decides how the cache begins: a higher one is installed
   * by hand first (decision 7), and said here afterwards.
   */
  readonly majorVersion: string;
}

/** An S3 bucket. */
export type BucketSpec = StoreSpec;

/** A secret whose value is set outside of the program. */
export type SecretSpec = StoreSpec;

/** How big an environment's data stores are, and how strictly they are kept. */
export interface DataSizes {
  /** Whether stores refuse to be deleted: AWS's deletion protection, and Pulumi's `protect`. */
  readonly protect: boolean;
  /** Days in which the deletion of a key or a secret can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** Days that the logs of databases, caches and of access to buckets are kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Daily time of automatic backups, in UTC, such as `01:00-02:00`; at least an hour. */
  readonly backupWindow: string;
  /** Weekly time of maintenance, in UTC, such as `sun:03:00-sun:04:00`; at least an hour. It must not overlap the time of backups. */
  readonly maintenanceWindow: string;
  /** Size of each database. */
  readonly databases: Readonly<Record<string, DatabaseSizes>>;
  /** Size of each table. */
  readonly tables: Readonly<Record<string, TableSizes>>;
  /** Size of each cache. */
  readonly caches: Readonly<Record<string, CacheSizes>>;
  /** Lifecycle of each bucket's objects. */
  readonly buckets: Readonly<Record<string, BucketSizes>>;
}

/** How closely a database is looked into: Database Insights. `advanced` keeps 15 months and costs by vCPU. */
export const insightsModes = ["standard", "advanced"] as const;

/** What clusters and instances have in common. */
export interface CommonDatabaseSizes {
  /** Days that automatic backups go back, 1 to 35. */
  readonly backupRetentionDays: number;
  /** Mode of Database Insights. */
  readonly insights: (typeof insightsModes)[number];
  /** Seconds between measurements of the operating system: 1, 5, 10, 15, 30 or 60. */
  readonly monitoringSeconds: number;
}

/** Size of a cluster of Aurora. */
export interface ClusterSizes extends CommonDatabaseSizes {
  /** Capacity of each instance: a class, or a range of Aurora capacity units of 2 GiB, in halves, 0 to 256. */
  readonly capacity:
    { readonly instanceClass: string } | { readonly minimumAcu: number; readonly maximumAcu: number };
  /** Readers that autoscaling keeps, 0 to 15. */
  readonly readers: { readonly minimum: number; readonly maximum: number };
}

/** Size of an instance of RDS. */
export interface InstanceSizes extends CommonDatabaseSizes {
  /** Instance class, such as `db.t4g.small`. */
  readonly instanceClass: string;
  /** Storage at the start, and what it may grow to, in GiB. */
  readonly storageGib: { readonly allocated: number; readonly maximum: number };
  /** Whether a standby waits in another zone. */
  readonly multiAz: boolean;
}

/** Size of a database: that of a cluster for Aurora, that of an instance for all other engines. */
export type DatabaseSizes = ClusterSizes | InstanceSizes;

/** A range of provisioned capacity, in units a second. */
export interface CapacityRange {
  /** Units that are always there. */
  readonly minimum: number;
  /** Units that autoscaling reaches. */
  readonly maximum: number;
}

/** Capacity of a table, in the mode that the catalogue says: what is asked for, or what is provisioned and autoscaled. */
export type TableSizes = "on-demand" | { readonly read: CapacityRange; readonly write: CapacityRange };

/** Size of a cache. */
export interface CacheSizes {
  /** Node type, such as `cache.t4g.small`. */
  readonly nodeType: string;
  /** Copies of the primary, each in another zone, 1 to 5. One at least, so that the cache survives a node. */
  readonly replicas: number;
  /** Days that daily snapshots are kept, 0 to 35. */
  readonly snapshotRetentionDays: number;
}

/** Lifecycle of a bucket's objects. */
export interface BucketSizes {
  /** Days that a version is kept once it was replaced or deleted. */
  readonly noncurrentVersionDays: number;
  /** Days after which objects move to a class for rare access, at least 30. */
  readonly infrequentAccessAfterDays: number;
}
