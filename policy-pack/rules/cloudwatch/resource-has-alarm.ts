import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly watched: readonly string[];
}

const ALARMS = tokens("cloudwatch/metricAlarm:MetricAlarm");

const WATCHED: Readonly<Record<string, readonly string[]>> = {
  "load balancers": tokens("lb/loadBalancer:LoadBalancer"),
  "target groups": tokens("lb/targetGroup:TargetGroup"),
  services: tokens("ecs/service:Service"),
  functions: tokens("lambda/function:Function"),
  databases: tokens("rds/instance:Instance", "rds/cluster:Cluster"),
  tables: tokens("dynamodb/table:Table"),
  caches: tokens("elasticache/replicationGroup:ReplicationGroup"),
  queues: tokens("sqs/queue:Queue"),
};

/** An alarm names what it watches in its dimensions, or in those of its queries. */
function judge(stack: StackIndex, resource: StackResource, isWatched: boolean): Outcome {
  if (!isWatched) return notApplicable("The control's list does not name this kind");
  const places = ["dimensions", "metricQueries"];
  if (places.some((place) => stack.referrers(resource, place, ALARMS).length > 0)) return pass;
  const open = places.map((place) => stack.openReferrer(resource, place, ALARMS)).find(Boolean);
  return open ? undetermined("", open.urn) : fail("", text`no alarm of the stack watches the resource.`);
}

function judgeAll(stack: StackIndex, watched: readonly string[]): readonly Located[] {
  return Object.entries(WATCHED).flatMap(([kind, types]) =>
    stack.ofTypes(types).map((resource) => located(resource, judge(stack, resource, watched.includes(kind)))),
  );
}

export const control = defineControl<Parameters>({
  id: "CW-20",
  name: "resource-has-alarm",
  title: "Key resources have an alarm",
  why: "What nobody watches is found broken by its users; which resources are key is a decision, so it is opt-in.",
  fix: "Add an aws.cloudwatch.MetricAlarm whose dimensions name the resource, or shorten the control's list.",
  severity: "low",
  enforcement: "disabled",
  types: Object.values(WATCHED).flat(),
  parameters: {
    watched: {
      type: "array",
      items: { type: "string", enum: Object.keys(WATCHED) },
      default: Object.keys(WATCHED),
      description: "Kinds of resources that must have an alarm.",
    },
  },
  stack: (stack, { parameters }) => judgeAll(stack, parameters.watched),
  references: {
    nist80053: ["AU-6(1)", "CA-7", "SI-4"],
    wellArchitected: ["OPS04-BP02", "REL06-BP01"],
    awsConfig: ["cloudwatch-alarm-resource-check", "cloudwatch-alarm-settings-check"],
  },
});
