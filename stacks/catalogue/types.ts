import type { FleetSpec, ServiceSpec } from "../../infra/compute/settings";
import type { DataCatalogue } from "../../infra/data/settings";
import type { IntegrationCatalogue } from "../../infra/integration/settings";
import type { TelemetryWord } from "../../infra/monitoring/settings";

/**
 * What the business runs and how its parts are joined, the same in every environment. How big each part is stands in
 * the stack's configuration, under the same names.
 */
export interface Catalogue extends DataCatalogue, Omit<IntegrationCatalogue, "workloads"> {
  /** Microservices, which run on ECS. */
  readonly services: Readonly<Record<string, ServiceSpec & Using>>;
  /**
   * Whether services speak TLS among themselves, by certificates of a private certificate authority in each environment,
   * which costs by the month (`docs/decisions/0009`).
   */
  readonly serviceTls: boolean;
  /**
   * Whether partners have to show a certificate when they come, by a port of their own (mutual TLS). Each environment's
   * `frontDoor.partnerTrust` says whose certificates are good.
   */
  readonly partnerCertificates: boolean;
  /** Applications that cannot be put into containers, which run on EC2 instances. */
  readonly fleets: Readonly<Record<string, FleetSpec & Using>>;
}

/** What a workload may do with a store. Writing includes reading. */
export type Access = "read" | "write";

/** A workload that uses stores. */
export interface Using {
  /**
   * What it uses. The rights of its role, the settings it gets and the ways its security group opens all come from
   * here, and from nowhere else.
   *
   * @default - nothing
   */
  readonly uses?: Uses;
  /**
   * How it is looked into. Logs, metrics, alarms, a dashboard and saved queries are everybody's; `traced` adds traces of its
   * requests.
   *
   * @default "standard"
   */
  readonly telemetry?: TelemetryWord;
}

/** Stores by kind and name, with what may be done. */
export interface Uses {
  /** Relational databases. */
  readonly databases?: Readonly<Record<string, Access>>;
  /** DynamoDB tables. */
  readonly tables?: Readonly<Record<string, Access>>;
  /** In-memory caches. */
  readonly caches?: Readonly<Record<string, Access>>;
  /** S3 buckets. */
  readonly buckets?: Readonly<Record<string, Access>>;
  /** Secrets, which are only read. */
  readonly secrets?: readonly string[];
}
