/** Processor architectures, as the names of public images spell them. */
export type Architecture = "arm64" | "x86_64";

/** What an instance type is made of. */
export interface InstanceSize {
  /** Architecture of its processor. */
  readonly architecture: Architecture;
  /** Virtual processors. */
  readonly vcpu: number;
  /** Memory, in GiB. */
  readonly memoryGib: number;
}

/** Virtual processors by size word; sizes that a family lacks are refused by AWS when an instance starts. */
const processors: ReadonlyMap<string, number> = new Map([
  ["medium", 1],
  ["large", 2],
  ["xlarge", 4],
  ["2xlarge", 8],
  ["4xlarge", 16],
  ["8xlarge", 32],
  ["12xlarge", 48],
  ["16xlarge", 64],
]);

/** Virtual processors and memory of burstable sizes. */
const burstable: ReadonlyMap<string, readonly [vcpu: number, memoryGib: number]> = new Map([
  ["nano", [2, 0.5]],
  ["micro", [2, 1]],
  ["small", [2, 2]],
  ["medium", [2, 4]],
  ["large", [2, 8]],
  ["xlarge", [4, 16]],
  ["2xlarge", [8, 32]],
]);

/** Memory for each virtual processor, in GiB, by class: compute, general purpose, memory. */
const memoryPerProcessor = { c: 2, m: 4, r: 8 } as const;

/**
 * Families that fleets may have. All run on Nitro, which encrypts traffic between instances, and all count towards the
 * quota of standard instances.
 *
 * Sources: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html, co.html and mo.html, 2026-11
 */
export const instanceFamilies: readonly string[] = [
  ...["t4g", "c6g", "c7g", "c8g", "m6g", "m7g", "m8g", "r6g", "r7g", "r8g"],
  ...["t3", "c6i", "c7i", "m6i", "m7i", "r6i", "r7i"],
];

/** What an instance type is made of; nothing where it is not one that fleets may have. */
export function instanceSize(instanceType: string): InstanceSize | undefined {
  const [family = "", size = "", ...rest] = instanceType.split(".");
  if (rest.length > 0 || !instanceFamilies.includes(family)) return undefined;
  const architecture = family.endsWith("g") ? "arm64" : "x86_64";
  const amounts = family.startsWith("t") ? burstable.get(size) : fixedAmounts(family, size);
  if (amounts === undefined) return undefined;
  const [vcpu, memoryGib] = amounts;
  return { architecture, vcpu, memoryGib };
}

function fixedAmounts(family: string, size: string): readonly [number, number] | undefined {
  const vcpu = processors.get(size);
  const kind = (["c", "m", "r"] as const).find((letter) => family.startsWith(letter));
  // Only families of one thread a core have a size with one virtual processor.
  if (vcpu === undefined || kind === undefined || (vcpu === 1 && !family.endsWith("g"))) return undefined;
  return [vcpu, vcpu * memoryPerProcessor[kind]];
}
