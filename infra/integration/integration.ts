import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { Declaration } from "../core/declarations";
import { type EncryptionKey, platformDomain } from "../core/encryption-key";
import type { Grant } from "../core/grant";
import { describeProblems } from "../core/problem";
import { found } from "../core/found";
import { ConnectionKey } from "./connection-key";
import { ContractRegistry } from "./contract-registry";
import { type BuiltSubscription, integrationDeclarations } from "./declarations";
import { askedTasks, consumedBy, reachedPartners, receivingPartners } from "./edges";
import { EventBus } from "./event-bus";
import { type GrantSource, workloadGrants } from "./grants";
import type { IntegrationArgs } from "./integration-args";
import { eventQueue, queueName, taskQueue } from "./integration-names";
import { integrationProblems } from "./integration-problems";
import { LeverSwitch } from "./lever-switch";
import { LogDelivery } from "./log-delivery";
import { Partner } from "./partner";
import { queueNumbers } from "./queue-numbers";
import { Subscription } from "./subscription";
import { WorkQueue } from "./work-queue";
import { Workflow } from "./workflow";

/** A queue that a workload empties. */
export interface EmptiedQueue {
  /** What waits in it, by a word that is the same in every environment: an event, or `tasks`. */
  readonly key: string;
  /** Physical name. */
  readonly name: string;
  /** Oldest message that is still good, in seconds. */
  readonly ageObjectiveSeconds: number;
}

/**
 * The one component through which everything of an environment talks: workloads by events and queues, workflows over
 * several of them, and third parties, whose failure it keeps away from the rest.
 *
 * @throws Error naming everything that {@link integrationProblems} finds, before anything is registered
 */
export class Integration extends pulumi.ComponentResource {
  /** Name of the bus. */
  public readonly busName: pulumi.Output<string>;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  private readonly source: GrantSource;

  public constructor(name: string, args: IntegrationArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = integrationProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`integration "${name}"`, problems));
    super("platform:integration:Integration", name, {}, opts);
    const logDelivery = new LogDelivery(`${name}-logs`, { scope: args.scope }, { parent: this }).policy;

    const bus = this.bus(name, args, logDelivery);
    new ContractRegistry(name, { scope: args.scope, events: args.catalogue.events }, { parent: this });
    const subscriptions = this.subscriptions(name, args, bus);
    const taskQueues = this.taskQueues(name, args);
    const leverSwitch = this.leverSwitch(name, args, bus, logDelivery);
    const connectionKey = this.connectionKey(name, args);
    const partners = this.partners(name, args, { bus, leverSwitch, connectionKey });
    const workflows = this.workflows(name, args, { bus, taskQueues, partners, logDelivery });

    this.busName = bus.name;
    this.source = { args, bus, queues: emptied(subscriptions, taskQueues) };
    this.declarations = integrationDeclarations({
      name,
      args,
      bus,
      subscriptions,
      taskQueues,
      workflows,
      feeds: present(partners, ({ feed }) => feed),
      reached: Object.keys(present(partners, ({ reached }) => reached)).length,
      ...(leverSwitch === undefined ? {} : { leverSwitch }),
      ...(connectionKey === undefined ? {} : { connectionKey }),
    });
    this.registerOutputs({ busName: this.busName });
  }

  /**
   * What a workload needs for its share of the interaction: to publish its events, to empty its queues, to answer tasks,
   * and to read the emergency levers of partners.
   *
   * @throws Error where the catalogue has no such workload
   */
  public grants(workload: string): readonly Grant[] {
    this.assertKnown(workload);
    return workloadGrants(this.source, workload);
  }

  /**
   * Queues that a workload empties, by names known before anything exists.
   *
   * @throws Error where the catalogue has no such workload
   */
  public queues(workload: string): readonly EmptiedQueue[] {
    this.assertKnown(workload);
    const { catalogue, scope } = this.source.args;
    const tasks = askedTasks(catalogue)[workload];
    return [
      ...consumedBy(catalogue, workload).map(({ event, ageObjectiveSeconds }) => ({
        key: event,
        name: queueName(scope, eventQueue(event, workload)),
        ageObjectiveSeconds,
      })),
      ...(tasks === undefined
        ? []
        : [
            {
              key: "tasks",
              name: queueName(scope, taskQueue(workload)),
              ageObjectiveSeconds: tasks.ageObjectiveSeconds,
            },
          ]),
    ];
  }

  private assertKnown(workload: string): void {
    const { workloads } = this.source.args.catalogue;
    if (Object.hasOwn(workloads, workload)) return;
    throw new Error(
      `there is no workload "${workload}"; the catalogue has ${Object.keys(workloads).join(", ")}`,
    );
  }

  private bus(name: string, args: IntegrationArgs, logDelivery: pulumi.Resource): EventBus {
    const { archiveDays, logRetentionDays } = args.sizes;
    const key = keyOf(args, platformDomain);
    return new EventBus(
      name,
      { scope: args.scope, key, archiveDays, logRetentionDays, logDelivery },
      { parent: this },
    );
  }

  private subscriptions(name: string, args: IntegrationArgs, bus: EventBus): readonly BuiltSubscription[] {
    const { workloads, events } = args.catalogue;
    return Object.entries(events).flatMap(([event, contract]) =>
      Object.entries(contract.consumers).map(([consumer, spec]) => ({
        event,
        consumer,
        subscription: new Subscription(
          `${name}-${eventQueue(event, consumer)}`,
          {
            scope: args.scope,
            bus,
            event,
            contract,
            consumer,
            workload: found(workloads, consumer),
            spec,
            key: keyOf(args, contract.domain),
          },
          { parent: this },
        ),
      })),
    );
  }

  /** Tasks hold data of several domains, so the platform's key encrypts them. */
  private taskQueues(name: string, args: IntegrationArgs): Readonly<Record<string, WorkQueue>> {
    const { scope, catalogue } = args;
    return mapped(
      askedTasks(catalogue),
      ({ handlerTimeoutSeconds }, workload) =>
        new WorkQueue(
          `${name}-${taskQueue(workload)}`,
          {
            scope,
            word: taskQueue(workload),
            key: keyOf(args, platformDomain),
            handlerTimeoutSeconds,
            maximumReceives: queueNumbers.maximumReceives,
            tags: { ...entryTags(workload, found(catalogue.workloads, workload)) },
          },
          { parent: this },
        ),
    );
  }

  private leverSwitch(
    name: string,
    args: IntegrationArgs,
    bus: EventBus,
    logDelivery: pulumi.Resource,
  ): LeverSwitch | undefined {
    const partners = receivingPartners(args.catalogue);
    if (partners.length === 0) return undefined;
    const { logRetentionDays } = args.sizes;
    const key = keyOf(args, platformDomain);
    return new LeverSwitch(
      `${name}-levers`,
      { scope: args.scope, bus, partners, key, logRetentionDays, logDelivery },
      { parent: this },
    );
  }

  /** There is a key for credentials where there is a partner. */
  private connectionKey(name: string, { scope, catalogue }: IntegrationArgs): EncryptionKey | undefined {
    if (Object.keys(catalogue.partners).length === 0) return undefined;
    return new ConnectionKey(`${name}-connections`, { scope }, { parent: this }).key;
  }

  private partners(
    name: string,
    args: IntegrationArgs,
    {
      bus,
      leverSwitch,
      connectionKey,
    }: {
      readonly bus: EventBus;
      readonly leverSwitch: LeverSwitch | undefined;
      readonly connectionKey: EncryptionKey | undefined;
    },
  ): Readonly<Record<string, Partner>> {
    const { partners, events } = args.catalogue;
    if (connectionKey === undefined) return {};
    const reached = reachedPartners(args.catalogue);
    return mapped(
      partners,
      (spec, partner) =>
        new Partner(
          `${name}-partner_${partner}`,
          {
            scope: args.scope,
            partner,
            spec,
            sizes: found(args.sizes.partners, partner),
            isReached: reached.has(partner),
            events,
            bus,
            connectionKey,
            key: keyOf(args, platformDomain),
            ...(leverSwitch === undefined ? {} : { leverSwitch }),
          },
          { parent: this },
        ),
    );
  }

  private workflows(
    name: string,
    args: IntegrationArgs,
    built: {
      readonly bus: EventBus;
      readonly taskQueues: Readonly<Record<string, WorkQueue>>;
      readonly partners: Readonly<Record<string, Partner>>;
      readonly logDelivery: pulumi.Resource;
    },
  ): Readonly<Record<string, Workflow>> {
    const { scope, catalogue, sizes } = args;
    const partners = present(built.partners, ({ reached }) => reached);
    return mapped(
      catalogue.workflows,
      (spec, workflow) =>
        new Workflow(
          `${name}-workflow_${workflow}`,
          {
            scope,
            workflow,
            spec,
            events: catalogue.events,
            bus: built.bus,
            taskQueues: built.taskQueues,
            partners,
            key: keyOf(args, platformDomain),
            logRetentionDays: sizes.logRetentionDays,
            logDelivery: built.logDelivery,
          },
          { parent: this },
        ),
    );
  }
}

function emptied(
  subscriptions: readonly BuiltSubscription[],
  taskQueues: Readonly<Record<string, WorkQueue>>,
): GrantSource["queues"] {
  return new Map([
    ...subscriptions.map(
      ({ event, consumer, subscription }) =>
        [eventQueue(event, consumer) as string, subscription.work.queue] as const,
    ),
    ...Object.entries(taskQueues).map(
      ([workload, { queue }]) => [taskQueue(workload) as string, queue] as const,
    ),
  ]);
}

function keyOf({ keys }: IntegrationArgs, domain: string): EncryptionKey {
  return found(keys, domain);
}

function mapped<T, R>(
  values: Readonly<Record<string, T>>,
  map: (value: T, name: string) => R,
): Readonly<Record<string, R>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
}

/** What values have of something, without those that have none. */
function present<T, R>(
  values: Readonly<Record<string, T>>,
  pick: (value: T) => R | undefined,
): Readonly<Record<string, R>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const picked = pick(value);
      return picked === undefined ? [] : [[name, picked] as const];
    }),
  );
}
