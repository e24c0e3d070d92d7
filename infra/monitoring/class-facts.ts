import { classSize, type ClassSize } from "../core/class-size";
import type { Monitored } from "../core/monitored";
import type { MonitoredDatabaseCluster } from "../core/monitored-data";
import type { Problem } from "../core/problem";
import { networkBaseline } from "./instance-network";

/** Bytes of a GiB. */
export const gib = 1024 ** 3;

/** Memory and processors of one Aurora capacity unit; source: Aurora User Guide, "How Aurora Serverless v2 works", 2026-11. */
const capacityUnit: ClassSize = { vcpu: 0.25, memoryGib: 2 };

/**
 * Memory that RDS keeps for itself, so that its own variable `DBInstanceClassMemory` is smaller than the class: a tenth,
 * and of small classes more. Measured on classes of the t family; the documents say only that it is less.
 */
function usableBytes(memoryGib: number): number {
  return (memoryGib - Math.max(0.1 * memoryGib, 0.35)) * gib;
}

/**
 * Connections that an engine accepts by its default `max_connections`, by its memory in bytes.
 *
 * Sources, 2026-11: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html and
 * AuroraPostgreSQL.Managing.html
 */
const connectionFormulas = {
  "aurora-postgresql": (bytes: number) => Math.min(bytes / 9_531_392, 5000),
  postgres: (bytes: number) => Math.min(bytes / 9_531_392, 5000),
  "aurora-mysql": (bytes: number) =>
    Math.min(Math.max(Math.log2(bytes / 805_306_368) * 45, Math.log2(bytes / 8_187_281_408) * 1000), 16_000),
  mysql: (bytes: number) => Math.min(bytes / 12_582_880, 100_000),
  mariadb: (bytes: number) => Math.min(bytes / 12_582_880, 100_000),
} as const;

/** Engines whose default limit of connections is known. */
const knownEngines: readonly string[] = Object.keys(connectionFormulas);

function isKnownEngine(engine: string): engine is keyof typeof connectionFormulas {
  return knownEngines.includes(engine);
}

/** Connections that a database accepts; at least ten, which is what the smallest class still gives. */
export function maximumConnections(engine: string, memoryGib: number): number {
  if (!isKnownEngine(engine)) throw new Error(`engine "${engine}": its limit of connections is not known`);
  return Math.max(10, Math.floor(connectionFormulas[engine](usableBytes(memoryGib))));
}

/** Size of an instance of RDS or a node of ElastiCache. */
export function sizeOfClass(service: "db" | "cache", name: string): ClassSize {
  const size = classSize(service, name);
  if (size === undefined) throw new Error(`class "${name}" is not known`);
  return size;
}

/** Size of an instance of a cluster at its largest. */
export function clusterSize({ capacity }: MonitoredDatabaseCluster["sizes"]): ClassSize {
  if (capacity.kind === "provisioned") return sizeOfClass("db", capacity.instanceClass);
  const { vcpu, memoryGib } = capacityUnit;
  return { vcpu: vcpu * capacity.maximumAcu, memoryGib: memoryGib * capacity.maximumAcu };
}

/**
 * Connections that an instance of a cluster accepts. A serverless one that may shrink to half a unit or less accepts 2000
 * at most; source: Aurora User Guide, "Maximum connections for Aurora Serverless v2", 2026-11.
 */
export function clusterConnections(sizes: MonitoredDatabaseCluster["sizes"]): number {
  const most = maximumConnections(sizes.engine, clusterSize(sizes).memoryGib);
  const { capacity } = sizes;
  const small = capacity.kind === "serverless" && capacity.minimumAcu <= 0.5;
  return small && sizes.engine === "aurora-postgresql" ? Math.min(most, 2000) : most;
}

/**
 * CPU credits that burstable sizes save at most, the same for t3 and t4g and for RDS.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html, 2026-11
 */
const mostCredits: Readonly<Record<string, number>> = {
  nano: 144,
  micro: 288,
  small: 576,
  medium: 576,
  large: 864,
  xlarge: 2304,
  "2xlarge": 4608,
};

/** CPU credits that a class saves at most; those of the smallest where it is not burstable, since it reports none at all. */
export function maximumCredits(name: string): number {
  const [, size = ""] = /^(?:db\.)?t\d[a-z]*\.(\w+)$/.exec(name) ?? [];
  return mostCredits[size] ?? 144;
}

/** Bytes a second that an instance of a fleet carries at all times. */
export function carriedBytes(instanceType: string): number {
  const bytes = networkBaseline(instanceType);
  if (bytes === undefined) throw new Error(`instance type "${instanceType}" is not known`);
  return bytes;
}

const classWords = "a class of a family that is known, such as db.r8g.large";

/** What is wrong with sizes that thresholds derive from: an engine or a class of which nothing is known is no guess. */
export function classProblems(path: Problem["path"], thing: Monitored): readonly Problem[] {
  const engine = (given: string): readonly Problem[] =>
    isKnownEngine(given)
      ? []
      : [{ path: [...path, "engine"], given: `"${given}"`, allowed: knownEngines.join(", ") }];
  const sized = (at: readonly string[], given: string): readonly Problem[] =>
    classSize("db", given) === undefined
      ? [{ path: [...path, ...at], given: `"${given}"`, allowed: classWords }]
      : [];
  switch (thing.kind) {
    case "database-cluster": {
      const { capacity } = thing.sizes;
      return [
        ...engine(thing.sizes.engine),
        ...(capacity.kind === "provisioned"
          ? sized(["capacity", "instanceClass"], capacity.instanceClass)
          : []),
      ];
    }
    case "database-instance":
      return [...engine(thing.sizes.engine), ...sized(["instanceClass"], thing.sizes.instanceClass)];
    case "fleet": {
      const { instanceType } = thing.sizes;
      if (networkBaseline(instanceType) !== undefined) return [];
      const allowed = "an instance type of a family that is known, such as m7g.large";
      return [{ path: [...path, "instanceType"], given: `"${instanceType}"`, allowed }];
    }
    default:
      return [];
  }
}
