import { fargateCpus, fargateMemories } from "./fargate-sizes";
import { scalingTargets } from "./scaling";

/** How much of a task is used, in percent of what it has, when it is busiest. */
export interface TaskUse {
  /** Highest use of CPU, in percent: the 99th percentile of five minutes, of two weeks or more. */
  readonly cpuPercent: number;
  /** Highest use of memory, in percent: the maximum of the same time, since a task that has none left is ended. */
  readonly memoryPercent: number;
}

/** What a task of a service has. */
export interface TaskSize {
  /** CPU units; 1024 are one vCPU. */
  readonly cpu: number;
  /** Memory, in MiB. */
  readonly memoryMib: number;
}

/** What so much of a size is, where it is to be so many percent of another. */
function needed(size: number, percent: number, targetPercent: number): number {
  return (size * percent) / targetPercent;
}

/**
 * The smallest size that Fargate offers at which a task, when it is busiest, would use no more of CPU and memory than scaling
 * aims at; the largest there is where none is enough, and more tasks have to help.
 */
export function rightSize(size: TaskSize, use: TaskUse): TaskSize {
  const cpu = needed(size.cpu, use.cpuPercent, scalingTargets.cpuPercent);
  const memory = needed(size.memoryMib, use.memoryPercent, scalingTargets.memoryPercent);
  const offers = fargateCpus.flatMap((each) =>
    fargateMemories(each).map((memoryMib): TaskSize => ({ cpu: each, memoryMib })),
  );
  const enough = offers.find((offer) => offer.cpu >= cpu && offer.memoryMib >= memory);
  return enough ?? offers.at(-1) ?? size;
}
