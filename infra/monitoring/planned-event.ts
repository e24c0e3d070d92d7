import type * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Monitored } from "../core/monitored";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { accountEvents } from "./account-events";
import { authorityEvents } from "./authority-events";
import { environmentEvents } from "./environment-events";
import type { EventEntry } from "./event-entry";
import { gameDayEvents } from "./game-day-events";
import { recoveryEvents } from "./recovery-events";
import { type Severity, severityOf } from "./severity";

/** Everything that events tell. */
export const eventCatalogue: readonly EventEntry[] = [
  ...environmentEvents,
  ...authorityEvents,
  ...recoveryEvents,
  ...gameDayEvents,
  ...accountEvents,
];

/** A rule for something that is told by an event. */
export interface PlannedEvent {
  /** What has happened. */
  readonly entry: EventEntry;
  /** Name of the rule in AWS. */
  readonly name: string;
  /** Who is told. */
  readonly tells: Severity;
  /** Whether it is told here. */
  readonly enabled: boolean;
}

/** Plans a rule for each event that there is something to tell of. */
export function planEvents(
  scope: Scope,
  criticality: Criticality,
  {
    subjects,
    accountEvents: told,
  }: { readonly subjects: readonly Monitored[]; readonly accountEvents: boolean },
): readonly PlannedEvent[] {
  const kinds = new Set(subjects.map(({ kind }) => kind));
  return eventCatalogue
    .filter(({ covers }) => covers === undefined || covers.some((kind) => kinds.has(kind)))
    .filter(({ word }) => word !== "certificate-not-renewed" || kinds.has("certificate"))
    .map((entry) => ({
      entry,
      name: physicalName("event-rule", scope, `alert-${entry.word}`),
      tells: severityOf(entry.urgency, criticality),
      enabled: entry.reach === "environment" || told,
    }));
}

/** Ids that patterns speak of, as AWS assigns them. */
export interface EventIds {
  readonly clusters: readonly pulumi.Input<string>[];
  readonly keyIds: readonly pulumi.Input<string>[];
  readonly certificateArns: readonly pulumi.Input<string>[];
  readonly authorityArns: readonly pulumi.Input<string>[];
}

/** Ids of the watched things that patterns speak of. */
export function eventIds(subjects: readonly Monitored[]): EventIds {
  return {
    clusters: subjects.flatMap((thing) => (thing.kind === "cluster" ? [thing.dimensions.ClusterName] : [])),
    keyIds: subjects.flatMap((thing) => (thing.kind === "key" ? [thing.dimensions.KeyId] : [])),
    certificateArns: subjects.flatMap((thing) =>
      thing.kind === "certificate" ? [thing.dimensions.CertificateArn] : [],
    ),
    authorityArns: subjects.flatMap((thing) =>
      thing.kind === "certificate-authority" ? [thing.dimensions.PrivateCAArn] : [],
    ),
  };
}
