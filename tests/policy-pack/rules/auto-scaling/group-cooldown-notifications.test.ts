import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const EVENTS = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"].map(
  (event) => `autoscaling:EC2_INSTANCE_${event}`,
);
const group = (props: object = {}) => aws("autoscaling/group:Group", { ...props });
const notification = (notifications: unknown, groupNames: unknown = [ref("group")]) =>
  aws("autoscaling/notification:Notification", { groupNames, notifications, topicArn: "arn" });
const told = notification(EVENTS);

fixtures("group-cooldown-notifications", {
  pass: {
    "a group that waits and tells": { group: group({ defaultCooldown: 1 }), told },
    "a group that tells in two parts": {
      group: group(),
      one: notification(EVENTS.slice(0, 2)),
      two: notification(EVENTS.slice(2)),
    },
  },
  fail: {
    "a group that does not wait": { group: group({ defaultCooldown: 0 }), told },
    "a group that does not tell of errors": {
      group: group(),
      told: notification(EVENTS.filter((event) => !event.endsWith("ERROR"))),
    },
    "a group beside another that tells": { group: group(), told: notification(EVENTS, ["other"]) },
  },
  unknown: {
    "a group whose pause is computed": { group: group({ defaultCooldown: UNKNOWN }), told },
    "a group whose events are computed": { group: group(), told: notification(UNKNOWN) },
    "a group beside notifications that cannot be joined": {
      group: group(),
      told: notification(EVENTS, UNKNOWN),
    },
  },
  unset: {
    "a group with AWS's own pause": ["pass", { group: group(), told }],
    "a group that tells nobody": ["fail", { group: group() }],
  },
  alias: { none: "one token" },
});
