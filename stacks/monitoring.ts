import type * as pulumi from "@pulumi/pulumi";

import type { Backup } from "../infra/backup";
import type { Compute } from "../infra/compute";
import { type Declaration, ofFamily } from "../infra/core/declarations";
import { globalRegionOf } from "../infra/core/region";
import type { Data } from "../infra/data";
import { Monitoring, type MonitoringArgs } from "../infra/monitoring";

import type { Catalogue } from "./catalogue/types";
import { dependencies, telemetryWordsOf } from "./catalogue/watched";
import type { WorkloadConfiguration } from "./config";
import { operationsThings } from "./operations";

/** What an environment is made of, before it is watched. */
interface Built {
  readonly data: Data;
  readonly compute: Compute;
  readonly backup: Backup;
  /** What everything says of itself. */
  readonly built: readonly Declaration[];
}

/** The watching of all that an environment declares. */
export function environmentMonitoring(
  configuration: WorkloadConfiguration,
  catalogue: Catalogue,
  { built, ...layers }: Built,
  opts: pulumi.ComponentResourceOptions,
): Monitoring {
  const { region, accountId, tags } = configuration.identity;
  const { environment, criticality, owner } = tags;
  const args: MonitoringArgs = {
    scope: { environment, accountId, region },
    subjects: [...ofFamily(built, "monitored"), ...operationsThings(configuration)],
    capacities: ofFamily(built, "capacity"),
    uses: dependencies(catalogue),
    telemetry: telemetryWordsOf(catalogue),
    topics: toldTopics(configuration, layers),
    sizes: configuration.monitoring,
    owner,
    criticality,
  };
  // Logs of workloads are known by name, and have to be there before what is in them is masked.
  return new Monitoring("monitoring", args, { ...opts, dependsOn: [layers.compute] });
}

type ToldTopic = NonNullable<MonitoringArgs["topics"]>[number];

/** Topics on which layers of an environment tell something themselves, and how loudly it is heard. */
function toldTopics(
  { identity: { region }, backup: { copyRegion } }: WorkloadConfiguration,
  { data, compute, backup }: Omit<Built, "built">,
): readonly ToldTopic[] {
  const { databaseEventsTopicArn } = data;
  const told = (arn: pulumi.Output<string>): Pick<ToldTopic, "arn" | "topicName"> => ({
    arn,
    topicName: arn.apply((text) => text.replace(/^.*:/, "")),
  });
  return [
    // Whoever deletes copies means harm, or makes a grave mistake.
    {
      name: "copies",
      ...told(backup.copyEventsTopicArn),
      region: copyRegion,
      severity: "page",
      deadLetterArn: backup.copyDeadLetterArn,
    },
    // It needs nothing of the Region that cannot be reached.
    { name: "reach", ...told(compute.reachTopicArn), region: globalRegionOf(region), severity: "page" },
    { name: "backups", ...told(backup.eventsTopicArn), region, severity: "notice" },
    ...(databaseEventsTopicArn === undefined
      ? []
      : [{ name: "databases", ...told(databaseEventsTopicArn), region, severity: "notice" } as const]),
  ];
}
