import type { Answers, PracticeId } from "../core/declarations";
import type { ComputeArgs } from "./compute-args";

type Answer = readonly [how: string, ...practices: PracticeId[]];

/** What every environment answers. */
const always: readonly Answer[] = [
  [
    "Every workload has a role of its own, made of what the catalogue says it uses; each statement names its resources.",
    "SEC03-BP01",
    "SEC03-BP02",
  ],
  [
    "A workload takes connections from the front door and from the callers that the catalogue names, and from nobody else.",
    "SEC05-BP02",
  ],
  [
    "There is no key pair and no open port for administration; shells go through Systems Manager, recorded and encrypted.",
    "SEC06-BP03",
  ],
  ["Logs, volumes and the storage of tasks are encrypted with keys of our own.", "SEC08-BP01", "SEC08-BP02"],
  [
    "Deployments that fail their circuit breaker or an alarm are rolled back by themselves, and reported as failed.",
    "OPS06-BP01",
    "OPS06-BP04",
    "REL08-BP05",
  ],
  [
    "Images are named by digest or id; a change is a new task definition or launch template, never an altered server.",
    "REL08-BP04",
  ],
  [
    "Scaling follows CPU, memory, requests and what waits in queues, between limits that each environment sets.",
    "REL07-BP01",
    "REL07-BP03",
    "PERF02-BP05",
    "COST09-BP03",
    "SUS02-BP01",
  ],
  ["Tasks and instances that fail are replaced, and spread over zones again.", "REL07-BP02", "REL11-BP03"],
  [
    "Tasks and instances keep no content of their own: their file systems are read-only or short-lived.",
    "REL05-BP06",
  ],
  [
    "CPU and memory of every workload are measured by the minute, and containers one by one where the size table says so.",
    "PERF02-BP03",
  ],
  [
    "Containers run on ARM64, a share of them beyond the minimum on Spot capacity; fleets may have Graviton types.",
    "COST07-BP01",
    "SUS05-BP02",
  ],
];

/** What an environment answers whose services speak TLS among themselves. */
const withServiceTls: Answer = [
  "Services speak TLS 1.3 among themselves; their certificates live seven days, and ECS renews them.",
  "SEC09-BP01",
  "SEC09-BP02",
];

/** Well-Architected practices that a compute layer answers, but for the front door's. */
export function computeAnswers(
  name: string,
  { catalogue }: Pick<ComputeArgs, "catalogue">,
): readonly Answers[] {
  const given = catalogue.serviceTls ? [...always, withServiceTls] : always;
  return given.map(([how, ...practices]) => ({ family: "answers", practices, by: name, how }));
}
