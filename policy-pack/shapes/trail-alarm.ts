import { type LogEvent, type Matcher, readPattern } from "../aws/filter-pattern";
import { tokens } from "../aws/tokens";
import { known } from "../reading/view";
import type { ControlArgs } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { list, setting, type Text, text } from "../verdict/text";
import { type Owned, owned, whereOwned } from "./ownership";

const FILTERS = tokens("cloudwatch/logMetricFilter:LogMetricFilter");
const ALARMS = tokens("cloudwatch/metricAlarm:MetricAlarm");
const TRAILS = tokens("cloudtrail/trail:Trail");
const LOG_GROUPS = tokens("cloudwatch/logGroup:LogGroup");

/** What every event of a trail has, whatever it is about. */
const ORDINARY: LogEvent = {
  eventVersion: "1.11",
  userIdentity: { type: "AssumedRole", accountId: "111122223333", principalId: "AROAEXAMPLE:session" },
  eventTime: "2026-01-01T12:00:00Z",
  eventSource: "sts.amazonaws.com",
  eventName: "GetCallerIdentity",
  awsRegion: "eu-west-1",
  sourceIPAddress: "203.0.113.7",
  userAgent: "aws-cli/2.0",
  requestParameters: null,
  responseElements: null,
  readOnly: true,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: "111122223333",
  eventCategory: "Management",
};

/** Events that an alarm must see, by the words that name them, and events that it must not take for them. */
export interface Watched {
  readonly seen: Readonly<Record<string, LogEvent>>;
  /**
   * Events like those above that are in order.
   *
   * @default - an ordinary event
   */
  readonly spared?: readonly LogEvent[];
}

/** Calls of one service, by the names of its operations. */
export function calls(service: string, ...operations: readonly string[]): Watched["seen"] {
  const eventSource = `${service}.amazonaws.com`;
  return Object.fromEntries(
    operations.map((eventName) => [eventName, { eventSource, eventName, readOnly: false }]),
  );
}

interface Alarmed {
  readonly filter: StackResource;
  readonly matcher: Matcher;
}

/** Whether a filter reads the log group of a trail; a trail that this stack does not have may be elsewhere. */
function readsTrail(stack: StackIndex, filter: StackResource): boolean {
  const trails = stack.ofTypes(TRAILS).filter(({ props }) => !props.at("cloudWatchLogsGroupArn").isEmpty);
  if (trails.length === 0) return true;
  const groups = stack.targets(filter, "logGroupName", LOG_GROUPS).found;
  const name = known(filter.props.at("logGroupName").string());
  return trails.some((trail) => {
    const arn = known(trail.props.at("cloudWatchLogsGroupArn").string());
    if (arn !== undefined && name !== undefined)
      return arn.includes(`:log-group:${name}:`) || arn.endsWith(`:log-group:${name}`);
    const own = stack.targets(trail, "cloudWatchLogsGroupArn", LOG_GROUPS).found;
    return own.some((group) => groups.includes(group));
  });
}

function acts({ props }: StackResource): boolean {
  const isOff = known(props.at("actionsEnabled").boolean()) === false;
  return !isOff && !props.at("alarmActions").isEmpty;
}

/** The alarm on a filter's metric, by the filter itself or by the metric's name and namespace. */
function isAlarmOf(stack: StackIndex, alarm: StackResource, filter: StackResource): boolean {
  const joined = ["metricName", "metricQueries"].some((name) =>
    stack.targets(alarm, name, FILTERS).found.includes(filter),
  );
  const metric = filter.props.at("metricTransformation");
  const queried = alarm.props
    .at("metricQueries")
    .items()
    .map((query) => query.at("metric"));
  return (
    joined ||
    [alarm.props, ...queried].some((view) => {
      const pairs = [
        [view.at("metricName"), metric.at("name")],
        [view.at("namespace"), metric.at("namespace")],
      ] as const;
      return pairs.every(([one, other]) => {
        const value = known(one.string());
        return value !== undefined && value === known(other.string());
      });
    })
  );
}

/** Something that may hide a filter with its alarm: a pattern that cannot be read, or a name that is computed. */
function openPart(stack: StackIndex): StackResource | undefined {
  const filters = stack.ofTypes(FILTERS);
  const unread = filters.find((filter) => {
    const { props } = filter;
    const pattern = known(props.at("pattern").string());
    return (
      pattern === undefined ||
      !readPattern(pattern) ||
      stack.targets(filter, "logGroupName", LOG_GROUPS).isOpen ||
      props.at("metricTransformation.name").isUnknown ||
      props.at("metricTransformation.namespace").isUnknown
    );
  });
  const unjoined = stack.ofTypes(ALARMS).find((alarm) => stack.targets(alarm, "metricName", FILTERS).isOpen);
  const unlogged = stack
    .ofTypes(TRAILS)
    .find((trail) => stack.targets(trail, "cloudWatchLogsGroupArn", LOG_GROUPS).isOpen);
  return unread ?? (filters.length > 0 ? (unjoined ?? unlogged) : undefined);
}

function alarmed(stack: StackIndex): readonly Alarmed[] {
  const alarms = stack.ofTypes(ALARMS).filter(acts);
  return stack.ofTypes(FILTERS).flatMap((filter) => {
    const matcher = readPattern(known(filter.props.at("pattern").string()) ?? "");
    const isWatched = alarms.some((alarm) => isAlarmOf(stack, alarm, filter));
    return matcher && isWatched && readsTrail(stack, filter) ? [{ filter, matcher }] : [];
  });
}

function judge(stack: StackIndex, { seen, spared = [] }: Watched, what: Text): Outcome {
  const whole = (event: LogEvent): LogEvent => ({ ...ORDINARY, ...event });
  const quiet = [{}, ...spared].map(whole);
  const useful = alarmed(stack).filter(({ matcher }) => !quiet.some(matcher));
  const missing = Object.keys(seen).filter(
    (name) => !useful.some(({ matcher }) => matcher(whole(seen[name] ?? {}))),
  );
  if (missing.length === 0) return pass;
  const open = openPart(stack);
  if (open) return undetermined("", open.urn);
  const rest = missing.length === Object.keys(seen).length ? text`` : text` (${list(missing.map(setting))})`;
  return fail("", text`no metric filter with an alarm that acts sees ${what}${rest}.`);
}

/**
 * A stack that owns the alarms on the account's trail has metric filters which see all of these events, and alarms with
 * actions on their metrics. Patterns are judged by what they match, so that their wording is free.
 *
 * @param what - What the events are, as the end of a sentence.
 */
export function trailAlarm(
  watched: Watched,
  what: Text,
): Required<Pick<ControlArgs<Owned>, "types" | "parameters" | "stack">> {
  return {
    types: FILTERS,
    parameters: owned("This stack owns the alarms on the account's trail: this one must be there."),
    stack: whereOwned((stack) => [judge(stack, watched, what)]),
  };
}
