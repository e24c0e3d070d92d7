import type { IntegrationCatalogue } from "./integration-args";
import type { AskStep } from "./workflow-spec";

/** An event that a workload gets. */
export interface ConsumedEvent {
  /** Name of the event. */
  readonly event: string;
  /** Oldest message that is still good, in seconds. */
  readonly ageObjectiveSeconds: number;
}

/** Names of the events that somebody publishes. */
export function publishedBy({ events }: IntegrationCatalogue, producer: string): readonly string[] {
  return Object.keys(events).filter((event) => events[event]?.producer === producer);
}

/** Events that a workload gets. */
export function consumedBy({ events }: IntegrationCatalogue, workload: string): readonly ConsumedEvent[] {
  return Object.entries(events).flatMap(([event, { consumers }]) => {
    const spec = Object.hasOwn(consumers, workload) ? consumers[workload] : undefined;
    return spec === undefined ? [] : [{ event, ageObjectiveSeconds: spec.ageObjectiveSeconds }];
  });
}

/** What workflows ask of a workload. */
export interface AskedTasks {
  /** Longest time that the workload takes to read a task, in seconds. */
  readonly handlerTimeoutSeconds: number;
  /** Oldest task that is still good: half of the shortest time until an answer has to be there, in seconds. */
  readonly ageObjectiveSeconds: number;
  /** Workflows that ask, by name. */
  readonly workflows: readonly string[];
}

/** What workflows ask of each workload that is asked anything. */
export function askedTasks({ workflows }: IntegrationCatalogue): Readonly<Record<string, AskedTasks>> {
  const asks = Object.entries(workflows).flatMap(([workflow, { steps }]) =>
    Object.values(steps)
      .filter((step): step is AskStep => step.kind === "ask")
      .map((step) => ({ workflow, step })),
  );
  const asked = [...new Set(asks.map(({ step }) => step.workload))].sort();
  return Object.fromEntries(
    asked.map((workload) => {
      const own = asks.filter(({ step }) => step.workload === workload);
      const timeouts = own.map(({ step }) => step.timeoutSeconds);
      const handlers = own.map(({ step }) => step.handlerTimeoutSeconds ?? step.timeoutSeconds);
      return [
        workload,
        {
          handlerTimeoutSeconds: Math.max(...handlers),
          ageObjectiveSeconds: Math.max(1, Math.floor(Math.min(...timeouts) / 2)),
          workflows: [...new Set(own.map(({ workflow }) => workflow))],
        },
      ];
    }),
  );
}

/** Partners that an event or a workflow reaches; all others only call us. */
export function reachedPartners({ partners, workflows }: IntegrationCatalogue): ReadonlySet<string> {
  const called = Object.values(workflows).flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => (step.kind === "call" ? [step.partner] : [])),
  );
  return new Set([...called, ...receivingPartners({ partners })]);
}

/** Partners that are sent events. */
export function receivingPartners({ partners }: Pick<IntegrationCatalogue, "partners">): readonly string[] {
  return Object.keys(partners).filter((name) => (partners[name]?.receives.length ?? 0) > 0);
}
