import type { CatalogueEntry } from "../core/catalogue-entry";
import { type Criticality, criticalities } from "../core/criticality";
import type { Declaration, QuotaUse } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import type { Monitored } from "../core/monitored";
import { askedTasks } from "./edges";
import type { EventBus } from "./event-bus";
import { integrationFlows } from "./flows";
import type { IntegrationArgs } from "./integration-args";
import { leverTimeoutSeconds } from "./lever-definition";
import type { LeverSwitch } from "./lever-switch";
import type { PartnerFeed } from "./partner-feed";
import { integrationAnswers } from "./practices";
import { queueNumbers } from "./queue-numbers";
import type { Subscription } from "./subscription";
import type { WorkQueue } from "./work-queue";
import type { Workflow } from "./workflow";

/** What the layer built, as its declarations speak of it. */
export interface BuiltIntegration {
  /** Logical name of the layer. */
  readonly name: string;
  /** What it was asked for. */
  readonly args: IntegrationArgs;
  /** The bus. */
  readonly bus: EventBus;
  /** Share of each consumer in each event. */
  readonly subscriptions: readonly BuiltSubscription[];
  /** Task queue of each workload that is asked. */
  readonly taskQueues: Readonly<Record<string, WorkQueue>>;
  /** Workflows, by name. */
  readonly workflows: Readonly<Record<string, Workflow>>;
  /** What each partner is sent, by its name. */
  readonly feeds: Readonly<Record<string, PartnerFeed>>;
  /** Partners that are reached. */
  readonly reached: number;
  /** What follows the levers; nothing where no partner receives events. */
  readonly leverSwitch?: LeverSwitch;
  /** Key that encrypts credentials with partners; nothing where there are none. */
  readonly connectionKey?: EncryptionKey;
}

/** A consumer's share in an event. */
export interface BuiltSubscription {
  /** Name of the event. */
  readonly event: string;
  /** Name of the service or fleet. */
  readonly consumer: string;
  /** What was built for it. */
  readonly subscription: Subscription;
}

/** Everything that the layer says about itself. It installs no processors, and AWS Backup saves none of it: the archive is its memory. */
export function integrationDeclarations(built: BuiltIntegration): readonly Declaration[] {
  return [
    ...busDeclarations(built),
    ...keyDeclarations(built),
    ...built.subscriptions.flatMap((each) => subscriptionDeclarations(built, each)),
    ...Object.entries(built.taskQueues).flatMap((each) => taskDeclarations(built, each)),
    ...Object.entries(built.workflows).flatMap((each) => workflowDeclarations(built, each)),
    ...Object.entries(built.feeds).flatMap((each) => feedDeclarations(built, each)),
    ...integrationFlows(built.args),
    ...quotaUses(built),
    ...integrationAnswers(built.name),
  ];
}

/** What carries everything is as critical as the most critical of it. */
function mostCritical(words: readonly Criticality[]): Criticality {
  return criticalities.find((word) => words.includes(word)) ?? "low";
}

type Thing = Pick<Monitored, "family" | "name" | "criticality" | "owner">;

function thing(name: string, criticality: Criticality, owner: string): Thing {
  return { family: "monitored", name, criticality, owner };
}

function busDeclarations({ args, bus, leverSwitch }: BuiltIntegration): readonly Monitored[] {
  const { catalogue, owner, sizes } = args;
  const { events, workflows, partners } = catalogue;
  const all: readonly CatalogueEntry[] = [
    ...Object.values(events),
    ...Object.values(workflows),
    ...Object.values(partners),
  ];
  const criticality = mostCritical(all.map((entry) => entry.criticality));
  const logs = [bus.logGroupName, ...(leverSwitch === undefined ? [] : [leverSwitch.machine.logGroupName])];
  const queueName = bus.undelivered.queueName;
  return [
    {
      ...thing(bus.busName, criticality, owner),
      kind: "event-bus",
      dimensions: { EventBusName: bus.busName },
    },
    {
      ...thing(queueName, criticality, owner),
      kind: "dead-letter-queue",
      dimensions: { QueueName: queueName },
    },
    ...logs.map((group): Monitored => logGroup(group, criticality, owner, sizes)),
    ...(leverSwitch === undefined
      ? []
      : [
          {
            ...thing(leverSwitch.machine.machineName, criticality, owner),
            kind: "state-machine",
            dimensions: { StateMachineArn: leverSwitch.machine.arn },
            sizes: { timeoutSeconds: leverTimeoutSeconds },
          } satisfies Monitored,
        ]),
  ];
}

function keyDeclarations({ name, args, connectionKey }: BuiltIntegration): readonly Monitored[] {
  if (connectionKey === undefined) return [];
  const criticality = mostCritical(
    Object.values(args.catalogue.partners).map((partner) => partner.criticality),
  );
  return [
    {
      ...thing(`${name}-connections`, criticality, args.owner),
      kind: "key",
      dimensions: { KeyId: connectionKey.id },
    },
  ];
}

function logGroup(
  name: string,
  criticality: Criticality,
  owner: string,
  { logRetentionDays }: IntegrationArgs["sizes"],
): Monitored {
  return {
    ...thing(name, criticality, owner),
    kind: "log-group",
    dimensions: { LogGroupName: name },
    quiet: true,
    sizes: { retentionDays: logRetentionDays },
  };
}

function eventRule(
  bus: EventBus,
  ruleName: string,
  [criticality, owner]: readonly [Criticality, string],
): Monitored {
  return {
    ...thing(ruleName, criticality, owner),
    kind: "event-rule",
    dimensions: { EventBusName: bus.busName, RuleName: ruleName },
  };
}

function workDeclarations(
  work: WorkQueue,
  workload: string,
  ageObjectiveSeconds: number,
  [criticality, owner]: readonly [Criticality, string],
): readonly Monitored[] {
  const { queue, deadLetters } = work;
  return [
    {
      ...thing(queue.queueName, criticality, owner),
      kind: "queue",
      dimensions: { QueueName: queue.queueName },
      workload,
      sizes: {
        ageObjectiveSeconds,
        visibilitySeconds: work.visibilitySeconds,
        retentionSeconds: queueNumbers.retentionSeconds,
      },
    },
    {
      ...thing(deadLetters.queueName, criticality, owner),
      kind: "dead-letter-queue",
      dimensions: { QueueName: deadLetters.queueName },
    },
  ];
}

function subscriptionDeclarations(
  { args, bus }: BuiltIntegration,
  { event, consumer, subscription }: BuiltSubscription,
): readonly Monitored[] {
  const contract = args.catalogue.events[event];
  const workload = args.catalogue.workloads[consumer];
  const spec = contract?.consumers[consumer];
  if (contract === undefined || workload === undefined || spec === undefined) return [];
  const who = [mostCritical([contract.criticality, workload.criticality]), workload.owner] as const;
  return [
    eventRule(bus, subscription.ruleName, who),
    ...workDeclarations(subscription.work, consumer, spec.ageObjectiveSeconds, who),
  ];
}

function taskDeclarations(
  { args: { catalogue } }: BuiltIntegration,
  [workload, work]: readonly [string, WorkQueue],
): readonly Monitored[] {
  const tasks = askedTasks(catalogue)[workload];
  const entry = catalogue.workloads[workload];
  if (tasks === undefined || entry === undefined) return [];
  const words = tasks.workflows.flatMap((workflow) => catalogue.workflows[workflow]?.criticality ?? []);
  const who = [mostCritical([entry.criticality, ...words]), entry.owner] as const;
  return workDeclarations(work, workload, tasks.ageObjectiveSeconds, who);
}

function workflowDeclarations(
  { args: { catalogue, sizes }, bus }: BuiltIntegration,
  [name, { machine, ruleName }]: readonly [string, Workflow],
): readonly Monitored[] {
  const spec = catalogue.workflows[name];
  if (spec === undefined) return [];
  const { criticality, owner, timeoutSeconds } = spec;
  return [
    eventRule(bus, ruleName, [criticality, owner]),
    {
      ...thing(machine.machineName, criticality, owner),
      kind: "state-machine",
      dimensions: { StateMachineArn: machine.arn },
      sizes: { timeoutSeconds },
    },
    logGroup(machine.logGroupName, criticality, owner, sizes),
  ];
}

function feedDeclarations(
  { args: { catalogue, sizes }, bus }: BuiltIntegration,
  [partner, { ruleName, deadLetters }]: readonly [string, PartnerFeed],
): readonly Monitored[] {
  const spec = catalogue.partners[partner];
  const size = sizes.partners[partner];
  if (spec === undefined || size === undefined) return [];
  return [
    {
      ...thing(partner, spec.criticality, spec.owner),
      kind: "partner",
      dimensions: { EventBusName: bus.busName, RuleName: ruleName },
      sizes: { callsPerSecond: size.callsPerSecond },
    },
    {
      ...thing(deadLetters.queueName, spec.criticality, spec.owner),
      kind: "dead-letter-queue",
      dimensions: { QueueName: deadLetters.queueName },
    },
  ];
}

/**
 * Quotas that the layer takes its share of. Rules count by bus: the archive has one of its own, and those that follow
 * levers are on the default bus.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html, codes by
 * `aws service-quotas list-service-quotas --service-code events`, as of 2026-11
 */
function quotaUses({ subscriptions, workflows, feeds, reached }: BuiltIntegration): readonly QuotaUse[] {
  const use = (quotaCode: string, count: number): QuotaUse => ({
    family: "quotaUse",
    serviceCode: "events",
    quotaCode,
    count,
  });
  const sent = Object.keys(feeds).length;
  return [
    // event buses per Region
    use("L-658A4FD9", 1),
    // rules per event bus
    use("L-244521F2", subscriptions.length + Object.keys(workflows).length + sent + 1),
    // API destinations per Region
    use("L-FB1C3A6D", sent),
    // connections per Region
    use("L-595D6D42", reached),
  ].filter(({ count }) => count > 0);
}
