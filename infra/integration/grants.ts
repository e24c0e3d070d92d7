import { type Grant, settingName, statementId } from "../core/grant";
import { serviceDomain } from "../core/arn";
import { platformDomain } from "../core/encryption-key";
import { publishedVersions } from "./contract-versions";
import { askedTasks, consumedBy, publishedBy } from "./edges";
import { eventType } from "./envelope";
import type { EventBus } from "./event-bus";
import type { GuardedQueue } from "./guarded-queue";
import type { IntegrationArgs } from "./integration-args";
import { eventQueue, leverName, leverPath, parameterArn, queueArn, taskQueue } from "./integration-names";
import { publishing } from "./publishing";

/** What grants are made of. */
export interface GrantSource {
  /** What the layer was asked for. */
  readonly args: IntegrationArgs;
  /** The bus. */
  readonly bus: EventBus;
  /** Queues that workloads empty, by word. */
  readonly queues: ReadonlyMap<string, GuardedQueue>;
}

/** What a workload needs for its share of the interaction: to publish, to receive, to answer, to know whom it must not call. */
export function workloadGrants(source: GrantSource, workload: string): readonly Grant[] {
  return [
    ...publishGrant(source, workload),
    ...receiveGrant(source, workload),
    ...answerGrant(source, workload),
    ...leverGrant(source),
  ];
}

function publishGrant({ args, bus }: GrantSource, workload: string): readonly Grant[] {
  const events = publishedBy(args.catalogue, workload);
  if (events.length === 0) return [];
  const types = events.flatMap((event) => {
    const contract = args.catalogue.events[event];
    return contract === undefined
      ? []
      : publishedVersions(contract).map(([version]) => eventType(event, version));
  });
  return [
    {
      to: `publish ${types.join(", ")}`,
      statements: [publishing(bus.knownArn, workload, types)],
      settings: { [settingName("event", "bus", "name")]: bus.name },
    },
  ];
}

/** Queues by the words of their settings, and the keys that they are encrypted with. */
function receiveGrant(source: GrantSource, workload: string): readonly Grant[] {
  const { args } = source;
  const consumed = consumedBy(args.catalogue, workload);
  const asked = Object.hasOwn(askedTasks(args.catalogue), workload);
  if (consumed.length === 0 && !asked) return [];

  const queues: readonly (readonly [string, GuardedQueue])[] = [
    ...consumed.map(
      ({ event }) =>
        [settingName("queue", event, "url"), queueOf(source, eventQueue(event, workload))] as const,
    ),
    ...(asked ? [[settingName("queue", "tasks", "url"), queueOf(source, taskQueue(workload))] as const] : []),
  ];
  const domains = new Set([
    ...consumed.map(({ event }) => args.catalogue.events[event]?.domain ?? platformDomain),
    ...(asked ? [platformDomain] : []),
  ]);
  return [
    {
      to: `receive from ${queues.map(([, { queueName }]) => queueName).join(", ")}`,
      statements: [
        {
          sid: statementId("receive", "messages"),
          actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
          resources: queues.map(([, { queueName }]) => queueArn(args.scope, queueName)),
        },
        {
          sid: statementId("decrypt", "messages"),
          actions: ["kms:Decrypt"],
          resources: [...domains].sort().flatMap((domain) => args.keys[domain]?.arn ?? []),
          conditions: { StringEquals: { "kms:ViaService": serviceDomain("sqs", args.scope.region) } },
        },
      ],
      settings: Object.fromEntries(queues.map(([setting, { url }]) => [setting, url])),
    },
  ];
}

function answerGrant({ args }: GrantSource, workload: string): readonly Grant[] {
  const tasks = askedTasks(args.catalogue);
  const asked = Object.hasOwn(tasks, workload) ? tasks[workload] : undefined;
  if (asked === undefined) return [];
  return [
    {
      to: `answer tasks of ${asked.workflows.join(", ")}`,
      statements: [
        {
          sid: statementId("answer", "tasks"),
          actions: ["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"],
          resources: ["*"],
          wildcards: {
            resources:
              "Step Functions knows no resource for an answer; its secret token, which came by the workload's queue, says which task is meant",
          },
        },
      ],
      settings: {},
    },
  ];
}

function leverGrant({ args }: GrantSource): readonly Grant[] {
  const partners = Object.keys(args.catalogue.partners);
  if (partners.length === 0) return [];
  return [
    {
      to: "read the emergency levers of partners",
      statements: [
        {
          sid: statementId("read", "levers"),
          actions: ["ssm:GetParameter", "ssm:GetParameters"],
          resources: [parameterArn(args.scope, `${leverPath(args.scope)}*`)],
        },
      ],
      settings: Object.fromEntries(
        partners.map((partner) => [settingName("lever", partner, "name"), leverName(args.scope, partner)]),
      ),
    },
  ];
}

function queueOf({ queues }: GrantSource, word: string): GuardedQueue {
  const queue = queues.get(word);
  if (queue === undefined) throw new Error(`there is no queue ${word}`);
  return queue;
}
