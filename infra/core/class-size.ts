/** Processors and memory of one instance or node. */
export interface ClassSize {
  /** Virtual processors. */
  readonly vcpu: number;
  /** Memory, in GiB. Of a cache's node the engine gets somewhat less. */
  readonly memoryGib: number;
}

/**
 * Memory for each virtual processor, in GiB, by family.
 *
 * Sources: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html and
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html, 2026-11
 */
const gibForEachVcpu: ReadonlyMap<string, number> = new Map([
  ...["c6gd", "c7gn"].map((family) => [family, 2] as const),
  ...["m5", "m5d", "m6g", "m6gd", "m6i", "m6id", "m6idn", "m6in", "m7g", "m7i", "m8g", "m8gd"].map(
    (family) => [family, 4] as const,
  ),
  ...[
    "r5",
    "r5b",
    "r5d",
    "r6g",
    "r6gd",
    "r6i",
    "r6id",
    "r6idn",
    "r6in",
    "r7g",
    "r7i",
    "r8g",
    "r8gd",
    "z1d",
  ].map((family) => [family, 8] as const),
  ...["x2g", "x2idn"].map((family) => [family, 16] as const),
  ...["x2iedn", "x2iezn"].map((family) => [family, 32] as const),
]);

/** Families whose classes save CPU credits. */
const burstableFamilies: ReadonlySet<string> = new Set(["t2", "t3", "t4g"]);

/** Burstable classes, which have two processors up to `large`; same sources. */
const burstable: Readonly<Record<string, ClassSize>> = {
  micro: { vcpu: 2, memoryGib: 1 },
  small: { vcpu: 2, memoryGib: 2 },
  medium: { vcpu: 2, memoryGib: 4 },
  large: { vcpu: 2, memoryGib: 8 },
  xlarge: { vcpu: 4, memoryGib: 16 },
  "2xlarge": { vcpu: 8, memoryGib: 32 },
};

const form = /^(db|cache)\.([a-z]\d[a-z0-9]*)\.(\d*[a-z]+)$/;

/**
 * Size of an instance class of RDS (`db.r8g.large`) or a node type of ElastiCache (`cache.m7g.large`), by the
 * table of families; nothing where the family is not in it. Whether a Region offers it, only AWS knows.
 */
export function classSize(service: "db" | "cache", name: string): ClassSize | undefined {
  const [, prefix, family, size] = form.exec(name) ?? [];
  if (prefix !== service || family === undefined || size === undefined) return undefined;
  if (burstableFamilies.has(family)) return burstable[size];
  const gib = gibForEachVcpu.get(family);
  const vcpu = processors(size);
  return gib === undefined || vcpu === undefined ? undefined : { vcpu, memoryGib: vcpu * gib };
}

/** `large` has two processors, `xlarge` four, `nxlarge` n times four. */
function processors(size: string): number | undefined {
  if (size === "large") return 2;
  const [, times] = /^(\d*)xlarge$/.exec(size) ?? [];
  return times === undefined ? undefined : 4 * (times === "" ? 1 : Number(times));
}
