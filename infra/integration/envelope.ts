/**
 * What everybody gets who receives an event, be it a service, a workflow or a partner:
 *
 * ```json
 * { "id": "…", "type": "order-placed.v1", "time": "2026-11-02T10:00:00Z", "data": { … } }
 * ```
 *
 * `id` names the event and is the same in every delivery of it, so that a consumer can tell a repetition; `type` is
 * the contract and its version; `time` is when it was published; `data` is what the contract's schema describes.
 * Nothing else leaves the bus: neither account nor Region.
 */
export interface Envelope {
  /** Id of the event. */
  readonly id: string;
  /** Contract and version, as {@link eventType} writes them. */
  readonly type: string;
  /** When it was published, by ISO 8601. */
  readonly time: string;
  /** What the contract's schema describes. */
  readonly data: object;
}

/** Where EventBridge finds each part of the envelope in its own form of an event. */
const paths: Readonly<Record<keyof Envelope, string>> = {
  id: "$.id",
  type: "$.detail-type",
  time: "$.time",
  data: "$.detail",
};

/** Parts of the envelope, in its order. */
export const envelopeParts: readonly string[] = Object.keys(paths);

/** Input transformer by which EventBridge makes the envelope; it puts quotes around text by itself. */
export function envelopeTransformer(): {
  readonly inputPaths: Record<string, string>;
  readonly inputTemplate: string;
} {
  const members = envelopeParts.map((part) => `"${part}":<${part}>`);
  return { inputPaths: { ...paths }, inputTemplate: `{${members.join(",")}}` };
}

/** Type of an event: `order-placed.v1`. EventBridge calls it `detail-type`. */
export function eventType(event: string, version: number): string {
  return `${event}.v${version}`;
}

/** An event, as a pattern looks for it. */
export interface WantedEvent {
  /** Its type, by {@link eventType}. */
  readonly type: string;
  /** Who publishes it. */
  readonly producer: string;
}

/**
 * Pattern of a rule that lets events through: those of these types, from their producers. A producer may publish its
 * own types alone (`grants`), so a type never comes from another producer of the list.
 */
export function eventPattern(events: readonly WantedEvent[]): string {
  const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();
  return JSON.stringify({
    source: unique(events.map(({ producer }) => producer)),
    "detail-type": unique(events.map(({ type }) => type)),
  });
}

/**
 * Longest pattern of a rule, in characters.
 *
 * Source: quota L-664C5505 of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html, as of 2026-11
 */
export const maximumPatternLength = 2048;
