import type { AlarmEntry } from "../../../infra/monitoring/alarm-entry";
import type { Monitored } from "../../../infra/core/monitored";

/** Values of the metrics of an alarm in one period, by id; what is not named was not measured. */
export type Values = Readonly<Record<string, number>>;

/** A thing at its best and in the trouble that an alarm is about. */
export interface Pair {
  /** All is well. */
  readonly healthy: Values;
  /** The trouble. */
  readonly failing: Values;
}

const each = (count: number, prefix: string, value: number): Values =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, value]));

const requests = { requests: 1000 };
const nodes = (healthy: number, failing: number): Pair => ({
  healthy: each(2, "n", healthy),
  failing: { n0: healthy, n1: failing },
});

/** Samples for every alarm that computes, by kind and word; others are told from their one metric. */
export const computed: Readonly<Record<string, Pair>> = {
  "load-balancer own-errors": {
    healthy: { ...requests, errors: 2 },
    // No target took them, so that they are not among the requests.
    failing: { errors: 200 },
  },
  "load-balancer tls-failures": {
    healthy: { connections: 1000, failed: 30 },
    failing: { connections: 300, failed: 300 },
  },
  "target-group errors": { healthy: { ...requests, errors: 10 }, failing: { ...requests, errors: 80 } },
  "target-group slow": {
    healthy: { ...requests, duration: 0.2 },
    failing: { ...requests, duration: 2 },
  },
  "web-acl many-refusals": {
    healthy: { allowed: 9000, blocked: 400 },
    failing: { allowed: 400, blocked: 9000 },
  },
  "app-monitor script-errors": { healthy: { pages: 400, errors: 12 }, failing: { pages: 400, errors: 900 } },
  "app-monitor failed-calls": { healthy: { pages: 400 }, failing: { pages: 400, errors: 60 } },
  "app-monitor slow-pages": {
    // Nobody frustrated is not a sample of zero: the metric is not there.
    healthy: { satisfied: 380, tolerated: 20 },
    failing: { satisfied: 40, tolerated: 100, frustrated: 260 },
  },
  // Told apart by the authority alone, or by the operation beside it: one of the two is never there.
  "certificate-authority failures": { healthy: {}, failing: { failedIssues: 2 } },
  "call errors": { healthy: { a2: 990, a4: 6, a5: 4 }, failing: { a2: 500, a5: 300 } },
  // Nothing but errors: no other answer is measured.
  "call slow": { healthy: { a2: 900, duration: 120 }, failing: { a5: 60, duration: 4000 } },
  "service at-its-ceiling": { healthy: { tasks: 8, cpu: 40 }, failing: { tasks: 8, cpu: 85 } },
  "service not-as-desired": { healthy: { desired: 4, running: 4 }, failing: { desired: 4, running: 2 } },
  "service low-use": { healthy: { cpu: 12, memory: 55 }, failing: { cpu: 12, memory: 30 } },
  "fleet low-use": { healthy: { cpu: 45, memory: 20 }, failing: { cpu: 20, memory: 20 } },
  "database-instance low-use": { healthy: { cpu: 40 }, failing: { cpu: 15 } },
  "service task-storage": { healthy: { used: 4, reserved: 20 }, failing: { used: 19, reserved: 20 } },
  "fleet volume-throughput": { healthy: { io: 99, bytes: 98 }, failing: { io: 99, bytes: 5 } },
  // Bytes of a minute; a t4g.large carries 3.84 GB in one.
  "fleet network": { healthy: { inward: 4e8, outward: 6e8 }, failing: { inward: 1.5e9, outward: 2e9 } },
  "fleet at-its-ceiling": { healthy: { instances: 3, cpu: 30 }, failing: { instances: 3, cpu: 90 } },
  "database-instance latency": {
    healthy: { reading: 0.002, writing: 0.004 },
    failing: { reading: 0.002, writing: 0.05 },
  },
  "database-instance volume-throughput": {
    healthy: { io: 99, bytes: 99 },
    failing: { io: 4, bytes: 99 },
  },
  // Refusals are measured only where there are some.
  "table throttled": { healthy: {}, failing: { writes: 12 } },
  "table errors": { healthy: {}, failing: { e3: 4 } },
  "table reads": { healthy: { units: 1200 }, failing: { units: 5900 } },
  "table writes": { healthy: { units: 600 }, failing: { units: 2900 } },
  "cache engine-cpu": nodes(20, 97),
  "cache cpu": nodes(20, 97),
  "cache memory": nodes(50, 96),
  "cache evictions": nodes(0, 30),
  "cache connections": nodes(900, 60_000),
  "cache replica-lag": nodes(0, 90),
  "bucket refused-requests": { healthy: { ...requests, errors: 5 }, failing: { ...requests, errors: 200 } },
  "bucket errors": { healthy: requests, failing: { ...requests, errors: 200 } },
  "nat-gateway lost-packets": {
    healthy: { inward: 60_000, outward: 40_000, lost: 1 },
    failing: { inward: 60_000, outward: 40_000, lost: 300 },
  },
  "nat-gateway bandwidth": {
    healthy: { inward: 5e9, outward: 5e9 },
    failing: { inward: 5e11, outward: 3e11 },
  },
  "nat-gateway packets": {
    healthy: { inward: 1e6, outward: 1e6 },
    failing: { inward: 3e8, outward: 3e8 },
  },
  "interface-endpoint bandwidth": { healthy: { bytes: 6e9 }, failing: { bytes: 1.4e11 } },
};

/** Samples of an alarm on a thing: from the table, or around the threshold where one metric is compared as it is. */
export function samplesOf(thing: Monitored, entry: AlarmEntry<Monitored>): Pair | undefined {
  const [metric] = entry.metrics(thing);
  if (entry.expression?.(thing) !== undefined || metric === undefined)
    return computed[`${thing.kind} ${entry.word}`];
  const threshold = entry.threshold(thing);
  const [above, below] = [threshold * 1.2 + 1, threshold * 0.8];
  const downwards = entry.comparison.startsWith("<");
  return {
    healthy: { [metric.id]: downwards ? above : below },
    failing: { [metric.id]: downwards ? below : above },
  };
}
