import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { EventBus } from "./event-bus";
import { leverName, named, parameterArn, ruleArn } from "./integration-names";
import { leverDefinition } from "./lever-definition";
import { StateMachine } from "./state-machine";

/** Arguments of {@link LeverSwitch}. */
export interface LeverSwitchArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Bus whose rules it disables and enables. */
  readonly bus: EventBus;
  /** Partners that receive events, by name; at least one. */
  readonly partners: readonly string[];
  /** Key that encrypts its runs and its log. */
  readonly key: EncryptionKey;
  /** Days that its log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Lets AWS's log delivery write. */
  readonly logDelivery: pulumi.Resource;
}

/**
 * Brings partners' rules into line with their emergency levers: while a lever is pulled, the partner's rule is disabled.
 * Events of that time are in the archive, from where they are replayed to that rule alone.
 */
export class LeverSwitch extends pulumi.ComponentResource {
  /** Its state machine. */
  public readonly machine: StateMachine;
  /** Bus whose rules it switches. */
  public readonly bus: EventBus;

  public constructor(name: string, args: LeverSwitchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:LeverSwitch", name, {}, opts);
    const { scope, bus, partners, key } = args;
    this.bus = bus;

    this.machine = new StateMachine(
      name,
      {
        scope,
        machineName: named("state-machine", scope, name),
        definition: bus.name.apply((busName) =>
          JSON.stringify(leverDefinition(partitionOf(scope.region), busName)),
        ),
        statements: [
          {
            sid: "ReadLevers",
            actions: ["ssm:GetParameter"],
            resources: partners.map((partner) => parameterArn(scope, leverName(scope, partner))),
          },
          {
            sid: "SwitchRulesOfPartners",
            actions: ["events:DisableRule", "events:EnableRule"],
            resources: partners.map((partner) =>
              ruleArn(scope, bus.busName, named("event-rule", scope, "partner", partner)),
            ),
          },
        ],
        key,
        logRetentionDays: args.logRetentionDays,
        logDelivery: args.logDelivery,
        tags: {},
      },
      { parent: this },
    );
    this.registerOutputs({ machine: this.machine.arn });
  }
}
