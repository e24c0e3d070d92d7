/** Memory sizes that Fargate offers for one CPU size: from the smallest to the largest, in steps. */
interface MemorySizes {
  readonly minimumMib: number;
  readonly maximumMib: number;
  readonly stepMib: number;
}

const memory = (minimumMib: number, maximumMib: number, stepMib: number): MemorySizes => ({
  minimumMib,
  maximumMib,
  stepMib,
});

/**
 * Pairs of CPU and memory that Fargate offers to Linux tasks. Those with 256 CPU units are listed one by one.
 *
 * Source: "Task size" in
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html, 2026-11
 */
const smallest = { cpu: 256, memoriesMib: [512, 1024, 2048] } as const;
const others: ReadonlyMap<number, MemorySizes> = new Map([
  [512, memory(1024, 4096, 1024)],
  [1024, memory(2048, 8192, 1024)],
  [2048, memory(4096, 16384, 1024)],
  [4096, memory(8192, 30720, 1024)],
  [8192, memory(16384, 61440, 4096)],
  [16384, memory(32768, 122880, 8192)],
]);

/** CPU sizes of a task, in units of which 1024 are one vCPU. */
export const fargateCpus: readonly number[] = [smallest.cpu, ...others.keys()];

/** Memory sizes that a task with so many CPU units may have, in MiB; none where there is no such CPU size. */
export function fargateMemories(cpu: number): readonly number[] {
  if (cpu === smallest.cpu) return smallest.memoriesMib;
  const sizes = others.get(cpu);
  if (sizes === undefined) return [];
  const { minimumMib, maximumMib, stepMib } = sizes;
  return Array.from(
    { length: (maximumMib - minimumMib) / stepMib + 1 },
    (_, step) => minimumMib + step * stepMib,
  );
}

/** Storage that every Fargate task has without asking for more, in GiB. Same source. */
export const fargateStorageGib = 20;
