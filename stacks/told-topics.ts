import type { Backup } from "../infra/backup";
import type { Data } from "../infra/data";
import type { MonitoringArgs } from "../infra/monitoring";

import type { WorkloadConfiguration } from "./config";

type ToldTopic = NonNullable<MonitoringArgs["topics"]>[number];

/** Topics on which layers of an environment tell something themselves, and how loudly it is heard. */
export function toldTopics(
  { identity: { region }, backup: { copyRegion } }: WorkloadConfiguration,
  { data, backup }: { readonly data: Data; readonly backup: Backup },
): readonly ToldTopic[] {
  const { databaseEventsTopicArn } = data;
  return [
    // Whoever deletes copies means harm, or makes a grave mistake.
    { name: "copies", arn: backup.copyEventsTopicArn, region: copyRegion, severity: "page" },
    { name: "backups", arn: backup.eventsTopicArn, region, severity: "notice" },
    ...(databaseEventsTopicArn === undefined
      ? []
      : [{ name: "databases", arn: databaseEventsTopicArn, region, severity: "notice" } as const]),
  ];
}
