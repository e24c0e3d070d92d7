import type { CatalogueEntry } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import type { Scope } from "../core/scope";
import type { WorkflowSpec } from "./workflow-spec";

/** Arguments of an {@link Integration} layer. */
export interface IntegrationArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Encryption key of each data domain, by name; `platform` encrypts the bus and the logs. */
  readonly keys: Readonly<Record<string, EncryptionKey>>;
  /** What there is, the same in every environment. */
  readonly catalogue: IntegrationCatalogue;
  /** How big it is in this environment. */
  readonly sizes: IntegrationSizes;
  /** Who is called when what belongs to no entry of the catalogue fails: the bus. */
  readonly owner: string;
}

/** How the business's parts talk to each other and to third parties. */
export interface IntegrationCatalogue {
  /** Services and fleets that produce and consume, by name. */
  readonly workloads: Readonly<Record<string, CatalogueEntry>>;
  /** One contract for each event. */
  readonly events: Readonly<Record<string, EventContract>>;
  /** Workflows over several services. */
  readonly workflows: Readonly<Record<string, WorkflowSpec>>;
  /** Third parties. */
  readonly partners: Readonly<Record<string, PartnerSpec>>;
}

/** JSON Schema of an event's detail: an object with its properties, draft 4 as EventBridge's registry takes it. */
export interface EventSchema {
  /** An event's detail is an object. */
  readonly type: "object";
  /** Properties, each with a schema of its own. */
  readonly properties: Readonly<Record<string, object>>;
  /** Properties that every event has. */
  readonly required: readonly string[];
}

/** Contract of an event: who may send it, who gets it, and what is in it. */
export interface EventContract extends CatalogueEntry {
  /** Version. A change that breaks readers needs the next one; a published version never changes. */
  readonly version: number;
  /** Domain that its data belongs to; the domain's key encrypts it in queues. */
  readonly domain: string;
  /** Service or fleet that publishes it, or workflow, by its name. */
  readonly producer: string;
  /** Services and fleets that get it, each through a queue of its own. */
  readonly consumers: Readonly<Record<string, ConsumerSpec>>;
  /** What is in it. */
  readonly schema: EventSchema;
  /**
   * Earlier versions that the producer publishes beside the present one until everybody has moved, each with its schema as it
   * was published, by its number. Consumers, partners and workflows say which of them they read.
   *
   * @default - none
   */
  readonly earlier?: Readonly<Record<string, EventSchema>>;
}

/** How a consumer handles an event. */
export interface ConsumerSpec {
  /** Longest time the handler may take for one message, in seconds, at most 7200: a message stays hidden six times as long. */
  readonly handlerTimeoutSeconds: number;
  /** Oldest message that is still good, in seconds. */
  readonly ageObjectiveSeconds: number;
  /**
   * Version that it reads: the present one, or an earlier one that is still published.
   *
   * @default - the present version
   */
  readonly version?: number;
  /**
   * Times a message is tried before it goes to the dead-letter queue, 1 to 100.
   *
   * @default 5
   */
  readonly maximumReceives?: number;
}

/** How we prove to a partner who we are. The credential itself is set outside of the program. */
export const partnerAuthentications = ["api-key", "basic", "oauth"] as const;

/** A third party. */
export interface PartnerSpec extends CatalogueEntry {
  /** How we prove who we are. */
  readonly authentication: (typeof partnerAuthentications)[number];
  /** Events that it is sent, by name; `order-placed.v1` is an earlier version that is still published. */
  readonly receives: readonly string[];
  /** Hours that the sending of an event is tried for, 1 to 24. */
  readonly retryHours: number;
  /**
   * Path after the partner's address to which events are posted, as envelopes (`envelope.ts`).
   *
   * @default "/events"
   */
  readonly eventsPath?: string;
  /**
   * Paths of the front door by which it reaches a service.
   *
   * @default - it does not call us
   */
  readonly inbound?: PartnerInbound;
}

/** How a partner reaches us: through the front door alone. */
export interface PartnerInbound {
  /** Service that answers. */
  readonly workload: string;
  /** Paths, such as `/partners/payment-gateway/*`. */
  readonly paths: readonly string[];
}

/** How big an environment's integration is. */
export interface IntegrationSizes {
  /** Days that the bus's archive keeps events for a replay. */
  readonly archiveDays: number;
  /** Days that logs of workflows are kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** How each partner is reached. */
  readonly partners: Readonly<Record<string, PartnerSizes>>;
}

/** How a partner is reached in an environment. */
export interface PartnerSizes {
  /** Address of its interface, by HTTPS, without a path's closing slash. */
  readonly baseUrl: string;
  /** Most calls a second, 1 to 300. */
  readonly callsPerSecond: number;
}
