import { aws, type Fixtures, type Program, ref, UNKNOWN } from "./fixtures";
import type { Props } from "./pack-messages";

/** Patterns for one control of alarms on a trail. */
export interface Patterns {
  /** A pattern as benchmarks write it. */
  readonly pattern: string;
  /** One that lacks an event, or that takes others for it. */
  readonly lacking: string;
  /**
   * The service whose calls the alarm is about.
   *
   * @default - any
   */
  readonly service?: string;
}

const topic = aws("sns/topic:Topic");
const group = aws("cloudwatch/logGroup:LogGroup");
const trail = aws("cloudtrail/trail:Trail", { s3BucketName: "trail", cloudWatchLogsGroupArn: ref("group") });
const filter = (pattern: string, props: Props = {}) =>
  aws("cloudwatch/logMetricFilter:LogMetricFilter", {
    logGroupName: ref("group"),
    metricTransformation: { name: "Count", namespace: "Trail", value: "1" },
    pattern,
    ...props,
  });
const alarm = (props: Props = {}) =>
  aws("cloudwatch/metricAlarm:MetricAlarm", {
    ...{ metricName: "Count", namespace: "Trail", alarmActions: [ref("topic")] },
    ...props,
  });
const chain = (pattern: string, rest: Program = {}): Program => ({
  ...{ topic, group, trail },
  ...{ filter: filter(pattern), alarm: alarm() },
  ...rest,
});

/** The trail by a known group, beside another trail. */
const named = (cloudWatchLogsGroupArn: string): Program => ({
  other: aws("cloudtrail/trail:Trail", {
    s3BucketName: "other",
    cloudWatchLogsGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:other:*",
  }),
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", cloudWatchLogsGroupArn }),
});

/** The same pattern in other words: every white space gone that may go, and a bracket more. */
function reworded(pattern: string): string {
  const inner = pattern.slice(1, -1).trim();
  return `{((${inner.replace(/ ?(=|!=|\|\||&&) ?/g, "$1")}))}`;
}

/** A pattern that asks for more, all of which the events of a trail have. */
function narrowed(pattern: string, ...more: readonly string[]): string {
  return `{ ${[`(${pattern.slice(1, -1)})`, ...more].join(" && ")} }`;
}

/** Fixtures of a control that asks for an alarm on some events of the trail. */
export function trailAlarmFixtures({ pattern, lacking, service }: Patterns): Fixtures {
  const ofService: Program = service
    ? chain(narrowed(pattern, `($.eventSource = "${service}.amazonaws.com")`, "($.readOnly IS FALSE)"))
    : {};
  return {
    pass: {
      "a stack with trail, filter, alarm and action": chain(pattern),
      "the same pattern in other words": chain(reworded(pattern)),
      "the pattern beside another": chain(pattern, { other: filter('{ $.eventName = "Sleep" }') }),
      "an alarm that is joined by its filter": chain(pattern, {
        filter: filter(pattern, { metricTransformation: { name: UNKNOWN, namespace: "Trail", value: "1" } }),
        alarm: alarm({ metricName: ref("filter") }),
      }),
      "a filter on the trail of another stack": {
        topic,
        alarm: alarm(),
        filter: filter(pattern, { logGroupName: "organization-trail" }),
      },
      "a pattern of what manages the account": chain(narrowed(pattern, "($.managementEvent IS TRUE)")),
      ...(service && { "a pattern of what changes something in one service": ofService }),
      "a filter on one of two trails, by the name of its group": chain(pattern, {
        ...named("arn:aws:logs:eu-west-1:111122223333:log-group:trail:*"),
        filter: filter(pattern, { logGroupName: "trail" }),
      }),
      "a filter on a trail by the name of its group, streams left out": chain(pattern, {
        ...named("arn:aws:logs:eu-west-1:111122223333:log-group:trail"),
        filter: filter(pattern, { logGroupName: "trail" }),
      }),
      "an alarm by a query that is joined by its filter": chain(pattern, {
        filter: filter(pattern, { metricTransformation: { name: UNKNOWN, namespace: "Trail", value: "1" } }),
        alarm: alarm({
          ...{ metricName: null, namespace: null },
          metricQueries: [{ id: "m", metric: { metricName: ref("filter"), namespace: "Trail" } }],
        }),
      }),
      "an alarm by a query": chain(pattern, {
        alarm: alarm({
          ...{ metricName: null, namespace: null },
          metricQueries: [{ id: "m", metric: { metricName: "Count", namespace: "Trail" } }],
        }),
      }),
    },
    fail: {
      "a stack without a filter": { topic, group, trail },
      "a stack without a filter beside an alarm on something computed": {
        ...{ topic, group, trail },
        alarm: alarm({ metricName: UNKNOWN }),
      },
      "a pattern that lacks an event, or takes others for it": chain(lacking),
      "a pattern that counts everything": chain('{ $.eventName = "*" }'),
      "an alarm on another metric": chain(pattern, { alarm: alarm({ metricName: "Other" }) }),
      "an alarm in another namespace": chain(pattern, { alarm: alarm({ namespace: "Other" }) }),
      "an alarm whose actions are off": chain(pattern, { alarm: alarm({ actionsEnabled: false }) }),
      "a filter on a group that no trail writes": chain(pattern, {
        filter: filter(pattern, { logGroupName: "application" }),
      }),
    },
    unknown: {
      "a pattern that is computed": chain(UNKNOWN),
      "a filter whose metric has a computed name": chain(pattern, {
        filter: filter(pattern, { metricTransformation: { name: UNKNOWN, namespace: "Trail", value: "1" } }),
      }),
      "a filter whose metric has a computed namespace": chain(pattern, {
        filter: filter(pattern, { metricTransformation: { name: "Count", namespace: UNKNOWN, value: "1" } }),
      }),
      "a pattern that is none for JSON": chain("[ip, user, ...]"),
      "an alarm whose metric is computed": chain(pattern, { alarm: alarm({ metricName: UNKNOWN }) }),
      "a trail whose group is computed": chain(pattern, {
        trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", cloudWatchLogsGroupArn: UNKNOWN }),
      }),
      "a filter whose group is computed": chain(pattern, {
        filter: filter(pattern, { logGroupName: UNKNOWN }),
      }),
    },
    unset: { "an alarm without an action": ["fail", chain(pattern, { alarm: alarm({ alarmActions: [] }) })] },
    alias: { none: "one token" },
    settings: { properties: { owned: true } },
  };
}
