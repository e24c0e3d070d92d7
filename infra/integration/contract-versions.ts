import { eventType, type WantedEvent } from "./envelope";
import type { EventContract, EventSchema } from "./integration-args";

/** An event of the catalogue, in its present version or in an earlier one. */
export interface EventReference {
  /** Name of the event. */
  readonly event: string;
  /**
   * Version.
   *
   * @default - the present one
   */
  readonly version?: number;
}

/** Versions that the producer of an event publishes, with their schemas: earlier ones first, the present one last. */
export function publishedVersions({
  version,
  schema,
  earlier = {},
}: Pick<EventContract, "version" | "schema" | "earlier">): readonly (readonly [number, EventSchema])[] {
  const before = Object.entries(earlier).map(([number, old]) => [Number(number), old] as const);
  return [...before.sort(([one], [other]) => one - other), [version, schema]];
}

/** Reads a list's entry: `order-placed`, or `order-placed.v1` for an earlier version. Names of events hold no dot. */
export function eventReference(text: string): EventReference {
  const [, event, version] = /^([^.]+)\.v([1-9]\d*)$/.exec(text) ?? [];
  return event === undefined ? { event: text } : { event, version: Number(version) };
}

/** Events that a list names, as a rule looks for them. Names that there are not are passed over. */
export function wantedEvents(
  names: readonly string[],
  events: Readonly<Record<string, EventContract>>,
): readonly WantedEvent[] {
  return names.flatMap((name) => {
    const { event, version } = eventReference(name);
    const contract = Object.hasOwn(events, event) ? events[event] : undefined;
    if (contract === undefined) return [];
    return [{ type: eventType(event, version ?? contract.version), producer: contract.producer }];
  });
}
