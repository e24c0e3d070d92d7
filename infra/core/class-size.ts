/** Processors and memory of one instance or node. */
export interface ClassSize {
  /** Virtual processors. */
  readonly vcpu: number;
  /** Memory, in GiB. Of a cache's node the engine gets somewhat less. */
  readonly memoryGib: number;
}

/**
 * Memory for each virtual processor, in GiB, by the letter of a family.
 *
 * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html and
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html, 2026-11
 */
const gibForEachVcpu: Readonly<Record<string, number>> = { m: 4, r: 8, x: 16 };

/** Burstable classes, which have two processors up to `large`; same sources. */
const burstable: Readonly<Record<string, ClassSize>> = {
  micro: { vcpu: 2, memoryGib: 1 },
  small: { vcpu: 2, memoryGib: 2 },
  medium: { vcpu: 2, memoryGib: 4 },
  large: { vcpu: 2, memoryGib: 8 },
  xlarge: { vcpu: 4, memoryGib: 16 },
  "2xlarge": { vcpu: 8, memoryGib: 32 },
};

const form = /^(db|cache)\.([a-z])\d[a-z0-9]*\.(\d*[a-z]+)$/;

/**
 * Size of an instance class of RDS (`db.r8g.large`) or a node type of ElastiCache (`cache.m7g.large`), by the rules that
 * their families follow; nothing where the name follows none. Whether a Region offers it, only AWS knows.
 */
export function classSize(service: "db" | "cache", name: string): ClassSize | undefined {
  const [, prefix, family, size] = form.exec(name) ?? [];
  if (prefix !== service || family === undefined || size === undefined) return undefined;
  if (family === "t") return burstable[size];
  const gib = gibForEachVcpu[family];
  const vcpu = processors(size);
  return gib === undefined || vcpu === undefined ? undefined : { vcpu, memoryGib: vcpu * gib };
}

/** `large` has two processors, `xlarge` four, `nxlarge` n times four. */
function processors(size: string): number | undefined {
  if (size === "large") return 2;
  const [, times] = /^(\d*)xlarge$/.exec(size) ?? [];
  return times === undefined ? undefined : 4 * (times === "" ? 1 : Number(times));
}
