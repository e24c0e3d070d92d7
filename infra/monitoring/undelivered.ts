import type { MonitoredDeadLetterQueue } from "../core/monitored-integration";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { MonitoringArgs } from "./monitoring-args";

/** Name in AWS of the queue of what nobody could be told. */
export function undeliveredName(scope: Scope): string {
  return physicalName("queue", scope, "monitoring-undelivered");
}

/** The queue of what nobody could be told, which is watched as any other. */
export function undeliveredThing({
  scope,
  owner,
  criticality,
}: Pick<MonitoringArgs, "scope" | "owner" | "criticality">): MonitoredDeadLetterQueue {
  const name = undeliveredName(scope);
  return {
    ...{ family: "monitored", kind: "dead-letter-queue", name, owner, criticality },
    dimensions: { QueueName: name },
  };
}
