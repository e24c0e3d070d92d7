import type { CatalogueEntry } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import type { Grant } from "../core/grant";
import type { LogRetentionDays } from "../core/log-retention";
import type { Placement } from "../core/placement";
import type { Scope } from "../core/scope";
import type { FailoverSizes, ReachSizes } from "./front-door-failover";
import type { VisitRate } from "./front-door-visit";
import type { ZoneSizes } from "./zone-practice";

/** Arguments of a {@link Compute} layer. */
export interface ComputeArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Where workloads and the balancer stand: the app and the public tier. */
  readonly placement: Placement;
  /** Key that encrypts logs and volumes. */
  readonly key: EncryptionKey;
  /** What there is, the same in every environment. */
  readonly catalogue: ComputeCatalogue;
  /** What each workload uses, by its name. */
  readonly uses: Readonly<Record<string, WorkloadUses>>;
  /** How big it is in this environment. */
  readonly sizes: ComputeSizes;
  /** Tags for what AWS launches by itself, which the provider's default tags do not reach: instances and volumes. */
  readonly tags: Readonly<Record<string, string>>;
  /** Who is called when what belongs to no workload fails: the cluster, the balancer. */
  readonly owner: string;
}

/** What runs, the same in every environment. */
export interface ComputeCatalogue {
  /** Microservices on ECS. */
  readonly services: Readonly<Record<string, ServiceSpec>>;
  /** Instance-hosted applications on EC2. */
  readonly fleets: Readonly<Record<string, FleetSpec>>;
  /** How partners reach workloads, by the partner's name. */
  readonly partnerRoutes: Readonly<Record<string, PartnerRoute>>;
  /**
   * Whether services speak TLS among themselves, by certificates of a private certificate authority for each environment.
   * It costs about 54 dollars a month and environment with ten services; `docs/decisions/0009` has the sum. It is a word of
   * the catalogue, and no size: what is encrypted in production is encrypted in the same way where it is tried.
   */
  readonly serviceTls: boolean;
  /**
   * Whether partners have to show a certificate when they come (mutual TLS), by a port of their own, 8443. It is a word of the
   * catalogue, since listener and trust store are things; where the authorities are that they trust says `partnerTrust` of each
   * environment's front door.
   */
  readonly partnerCertificates: boolean;
}

/** Something that runs and answers HTTP. */
export interface WorkloadSpec extends CatalogueEntry {
  /** TCP port that it listens on, 1024 to 65535, not 10443: Service Connect's proxy listens there. */
  readonly port: number;
  /** Path that answers 200 when it is well. */
  readonly healthPath: string;
  /** Longest answer that is still good, 99 of 100 times, in milliseconds. */
  readonly latencyObjectiveMs: number;
  /**
   * Paths of the front door that lead to it, such as `/orders/*`.
   *
   * @default - the front door does not lead to it
   */
  readonly paths?: readonly string[];
  /**
   * Services and fleets that it calls, by name, without a circle among services. Services call each other directly; where a
   * fleet is on either side, the call goes by the front door, and the callee needs `paths`.
   *
   * @default - none
   */
  readonly calls?: readonly string[];
}

/**
 * How a new version of a service takes the place of the old one: task by task; beside it, with all requests at once when it
 * is well; or beside it, with a few of them first.
 */
export const releaseWays = ["rolling", "blue-green", "canary"] as const;

/** One of {@link releaseWays}. */
export type ReleaseWay = (typeof releaseWays)[number];

/** A microservice on ECS. */
export interface ServiceSpec extends WorkloadSpec {
  /**
   * How a new version takes the place of the old one: `rolling`, task by task; `blue-green`, beside it, with all requests at
   * once; `canary`, beside it, with a few requests first. The latter two cost twice the tasks for as long as a release takes,
   * and are for services with `paths` to which neither `/*` nor a partner leads.
   *
   * @default "rolling"
   */
  readonly release?: ReleaseWay;
}

/** Operating systems of fleets, by the public parameter that names the newest image. */
export const operatingSystems = ["amazon-linux-2023"] as const;

/** An instance-hosted application on EC2. */
export interface FleetSpec extends WorkloadSpec {
  /** Operating system. */
  readonly operatingSystem: (typeof operatingSystems)[number];
}

/** A partner's way to a workload. */
export interface PartnerRoute {
  /** Service or fleet that answers. */
  readonly workload: string;
  /** Paths of the front door. */
  readonly paths: readonly string[];
}

/** What a workload uses. */
export interface WorkloadUses {
  /** What it may use, and how. */
  readonly grants: readonly Grant[];
  /** Queues that it empties; it scales by what waits in them. */
  readonly queues: readonly UsedQueue[];
}

/** A queue that a workload empties. */
export interface UsedQueue {
  /** What waits in it, by a word that is the same in every environment. */
  readonly key: string;
  /** Physical name. */
  readonly name: string;
  /** Oldest message that is still good, in seconds. */
  readonly ageObjectiveSeconds: number;
}

/** How closely ECS is looked into. `enhanced` measures each container and costs by measurement. */
export const containerInsightsModes = ["disabled", "enabled", "enhanced"] as const;

/** How big an environment's compute is, and how strictly it is kept. */
export interface ComputeSizes {
  /** Whether the balancer and its logs, the cluster's key and the certificate authority refuse to be deleted. */
  readonly protect: boolean;
  /** Days that logs of workloads are kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Mode of Container Insights. */
  readonly containerInsights: (typeof containerInsightsModes)[number];
  /** Whether people may open a shell in a container; every session is logged. */
  readonly execCommand: boolean;
  /** Share of tasks beyond each service's minimum that run on Spot capacity, in percent, 0 to 99. */
  readonly spotPercent: number;
  /** How many tasks run while a new version of a service takes the place of the old one. */
  readonly rollout: RolloutSizes;
  /** How long a version that was released beside the old one is watched. */
  readonly release: ReleaseSizes;
  /** The one way in. */
  readonly frontDoor: FrontDoorSizes;
  /** Size of each service. */
  readonly services: Readonly<Record<string, ServiceSizes>>;
  /** Size of each fleet. */
  readonly fleets: Readonly<Record<string, FleetSizes>>;
}

/** Tasks of a service during a deployment, in percent of those that are wanted at the time. */
export interface RolloutSizes {
  /** Fewest that stay healthy, 0 to 100; rounded up. 100 keeps everything that is there, and costs room above it. */
  readonly minimumHealthyPercent: number;
  /** Most that run or start, 101 to 200; rounded down. ECS balances zones only where it may start one before it stops one. */
  readonly maximumPercent: number;
}

/** A release beside the running version. */
export interface ReleaseSizes {
  /** Minutes that the old version waits, ready to take over again, once the new one has all requests; 0 to 1,440. */
  readonly bakeMinutes: number;
  /** Share of requests that a canary gets first, in percent, 1 to 99. */
  readonly canaryPercent: number;
  /** Minutes that it has them alone; 0 to 1,440. */
  readonly canaryMinutes: number;
}

/** The front door of an environment. */
export interface FrontDoorSizes {
  /** Domain name by which people reach it; of 238 characters at most. In its own Region it is reached by that Region's name, too. */
  readonly domain: string;
  /** Route 53 hosted zone that holds the domain, by id. */
  readonly hostedZoneId: string;
  /** Most requests of one address in five minutes, 100 to 2,000,000,000. */
  readonly requestsPerFiveMinutes: number;
  /** Days that its logs are kept. */
  readonly logDays: LogRetentionDays;
  /** How often it is visited from outside, which is charged for each visit. */
  readonly visits: VisitRate;
  /** What browsers of real users measure of its pages. */
  readonly realUsers: RealUserSizes;
  /** Whether another Region answers for the domain, too. */
  readonly failover: FailoverSizes;
  /** How it is asked for from other Regions. */
  readonly reach: ReachSizes;
  /** How it does without a zone. */
  readonly zones: ZoneSizes;
  /**
   * Authorities whose certificates partners have to show: a bundle in S3. There exactly where the catalogue says
   * `partnerCertificates`; partners then come by port 8443.
   *
   * @default - partners come by port 443 and show no certificate
   */
  readonly partnerTrust?: { readonly bucket: string; readonly key: string };
}

/** How many of those who come are measured by their own browsers. */
export interface RealUserSizes {
  /** Whether anybody is measured at all. Everything is there in any case; where nobody is, no browser is admitted. */
  readonly measured: boolean;
  /** Share of page loads that are measured, in percent, 1 to 100. Each event that a browser sends is charged. */
  readonly percent: number;
}

/** Size of a service. */
export interface ServiceSizes {
  /**
   * Image by digest, for ARM64: `<registry>/<repository>@sha256:<64 digits>`. It runs as user 65532 and may write to `/tmp`
   * alone, up to 64 MiB and nothing that can be run.
   */
  readonly image: string;
  /** CPU units of a task; 1024 are one vCPU. The proxy beside the application takes a part: AWS recommends 256 more. */
  readonly cpu: number;
  /** Memory of a task, in MiB, 128 of them for the proxy and `/tmp`; Fargate offers certain sizes for each CPU. */
  readonly memoryMib: number;
  /** Fewest tasks. */
  readonly minimum: number;
  /** Most tasks. */
  readonly maximum: number;
}

/** Size of a fleet. */
export interface FleetSizes {
  /** Instance type, such as `m7g.large`; of an architecture that the image has. */
  readonly instanceType: string;
  /** Fewest instances. */
  readonly minimum: number;
  /** Most instances. */
  readonly maximum: number;
  /** Root volume, in GiB. */
  readonly volumeGib: number;
  /** Days after which an instance is replaced, 1 to 365. */
  readonly maximumLifetimeDays: number;
}
