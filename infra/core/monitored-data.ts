import type * as pulumi from "@pulumi/pulumi";

import type { MonitoredThing } from "./monitored-thing";

/** A database cluster of Aurora. */
export interface MonitoredDatabaseCluster extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "database-cluster";
  /** CloudWatch dimensions, as `AWS/RDS` names them. */
  readonly dimensions: { readonly DBClusterIdentifier: pulumi.Input<string> };
  /** Instance that it begins with: the value of the dimension `DBInstanceIdentifier`, which load is measured by. */
  readonly writer: string;
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Engine, as RDS spells it. */
    readonly engine: "aurora-postgresql" | "aurora-mysql";
    /** Capacity of each instance: a class, or a range of Aurora capacity units of 2 GiB each. */
    readonly capacity:
      | { readonly kind: "provisioned"; readonly instanceClass: string }
      | { readonly kind: "serverless"; readonly minimumAcu: number; readonly maximumAcu: number };
    /** Fewest readers that scaling leaves. */
    readonly minimumReaders: number;
    /** Most readers that scaling reaches. */
    readonly maximumReaders: number;
  };
}

/** A database instance of RDS. */
export interface MonitoredDatabaseInstance extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "database-instance";
  /** CloudWatch dimensions, as `AWS/RDS` names them. */
  readonly dimensions: { readonly DBInstanceIdentifier: pulumi.Input<string> };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Engine, as RDS spells it. */
    readonly engine: string;
    /** Instance class, such as `db.r8g.large`. */
    readonly instanceClass: string;
    /** Storage at the start, in GiB. */
    readonly allocatedGib: number;
    /** Storage that autoscaling may reach, in GiB. */
    readonly maximumGib: number;
    /** Whether a standby waits in another zone. */
    readonly multiAz: boolean;
  };
}

/** A DynamoDB table. */
export interface MonitoredTable extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "table";
  /** CloudWatch dimensions, as `AWS/DynamoDB` names them. */
  readonly dimensions: { readonly TableName: pulumi.Input<string> };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** How it is paid for; provisioned capacity in units a second. */
    readonly capacity:
      | { readonly kind: "on-demand" }
      | { readonly kind: "provisioned"; readonly maximumRead: number; readonly maximumWrite: number };
  };
}

/** An ElastiCache replication group. */
export interface MonitoredCache extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "cache";
  /** CloudWatch dimensions of each node, as `AWS/ElastiCache` names them. */
  readonly dimensions: { readonly ReplicationGroupId: pulumi.Input<string> };
  /** Names of its nodes: the value of the dimension `CacheClusterId` of each. */
  readonly nodes: readonly string[];
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Node type, such as `cache.m7g.large`. */
    readonly nodeType: string;
    /** Nodes, the primary included. */
    readonly nodes: number;
  };
}

/** An S3 bucket. */
export interface MonitoredBucket extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "bucket";
  /** CloudWatch dimensions, as `AWS/S3` names them. Request metrics have the filter `EntireBucket`. */
  readonly dimensions: { readonly BucketName: pulumi.Input<string> };
}
