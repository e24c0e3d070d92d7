import { GROUPS } from "../../aws/auto-scaling";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { within } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, list, text } from "../../verdict/text";

const NOTIFICATIONS = tokens("autoscaling/notification:Notification");

const EVENTS = [
  "EC2_INSTANCE_LAUNCH",
  "EC2_INSTANCE_LAUNCH_ERROR",
  "EC2_INSTANCE_TERMINATE",
  "EC2_INSTANCE_TERMINATE_ERROR",
];

/** What AWS takes where no cooldown is set, in seconds. */
const DEFAULT_COOLDOWN = 300;

function judgeNotifications(stack: StackIndex, group: StackResource): Outcome {
  const notifications = stack.referrers(group, "groupNames", NOTIFICATIONS);
  const lists = notifications.map(({ props }) => props.at("notifications"));
  const told = lists.flatMap((events) => events.items().map((event) => known(event.string())));
  const missing = EVENTS.filter((event) => !told.includes(`autoscaling:${event}`));
  if (missing.length === 0) return pass;
  const open = stack.openReferrer(group, "groupNames", NOTIFICATIONS);
  if (open || lists.some((events) => events.firstUnknown())) return undetermined("", open?.urn);
  const names = list(missing.map((event) => key(event)));
  return fail("", text`nobody is notified of ${names}.`, "notifications");
}

export const control = defineControl({
  id: "ASG-07",
  name: "group-cooldown-notifications",
  title: "Groups wait between scaling steps, and tell of them",
  why: "Without a pause a group overshoots; without notifications nobody sees that instances fail to start.",
  fix: "Leave out defaultCooldown or set it above 0, and add an aws.autoscaling.Notification for all four events.",
  severity: "low",
  enforcement: "advisory",
  types: GROUPS,
  stack: (stack) =>
    stack
      .ofTypes(GROUPS)
      .flatMap((group) => [
        located(group, within("defaultCooldown", { least: 1 }, DEFAULT_COOLDOWN)(group)),
        located(group, judgeNotifications(stack, group)),
      ]),
  references: {
    nist80053: ["AU-12", "SI-4"],
    wellArchitected: ["REL07-BP03", "REL11-BP06"],
    cdkNag: ["AwsSolutions-AS1", "AwsSolutions-AS3"],
  },
});
