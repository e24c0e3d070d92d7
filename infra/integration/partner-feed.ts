import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { wantedEvents } from "./contract-versions";
import { envelopeTransformer, eventPattern } from "./envelope";
import type { EventBus } from "./event-bus";
import { GuardedQueue } from "./guarded-queue";
import type { IntegrationCatalogue, PartnerSizes, PartnerSpec } from "./integration-args";
import { named, partnerQueue, queueName, ruleArn } from "./integration-names";
import { queueNumbers } from "./queue-numbers";
import { partnerTargetRetries } from "./rule-target";
import { ServiceRole } from "./service-role";

/** Arguments of {@link PartnerFeed}. */
export interface PartnerFeedArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the partner. */
  readonly partner: string;
  /** What the catalogue says of it. */
  readonly spec: PartnerSpec;
  /** How it is reached. */
  readonly sizes: PartnerSizes;
  /** Contracts of events. */
  readonly events: IntegrationCatalogue["events"];
  /** Bus that the events come by. */
  readonly bus: EventBus;
  /** Key that encrypts what could not be sent. */
  readonly key: EncryptionKey;
  /** ARN of the connection that holds our credential. */
  readonly connectionArn: pulumi.Input<string>;
}

/** The events that a partner is sent: their rule, its interface with a limit of calls, and the queue of what could not be sent. */
export class PartnerFeed extends pulumi.ComponentResource {
  /** Physical name of the rule, known before it exists. */
  public readonly ruleName: string;
  /** Queue of events that could not be sent. */
  public readonly deadLetters: GuardedQueue;

  public constructor(name: string, args: PartnerFeedArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:PartnerFeed", name, {}, opts);
    const { scope, bus, partner, spec, key } = args;
    this.ruleName = named("event-rule", scope, "partner", partner);

    this.deadLetters = new GuardedQueue(
      name,
      {
        scope,
        queueName: queueName(scope, partnerQueue(partner)),
        key,
        retentionSeconds: queueNumbers.deadLetterRetentionSeconds,
        admits: [ruleArn(scope, bus.busName, this.ruleName)],
        tags: { ...entryTags(partner, spec) },
      },
      { parent: this },
    );
    this.send(name, args, this.destination(name, args));
    this.registerOutputs({ deadLetters: this.deadLetters.arn });
  }

  private destination(name: string, args: PartnerFeedArgs): aws.cloudwatch.EventApiDestination {
    const { scope, partner, spec, sizes, connectionArn } = args;
    return new aws.cloudwatch.EventApiDestination(
      name,
      {
        name: physicalName("api-destination", scope, partner),
        connectionArn,
        httpMethod: "POST",
        invocationEndpoint: `${sizes.baseUrl}${spec.eventsPath ?? "/events"}`,
        invocationRateLimitPerSecond: sizes.callsPerSecond,
      },
      { parent: this },
    );
  }

  private send(name: string, args: PartnerFeedArgs, destination: aws.cloudwatch.EventApiDestination): void {
    const { bus, spec } = args;
    const role = this.role(name, args, destination);
    const rule = this.rule(name, args);
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        eventBusName: bus.name,
        targetId: "partner",
        arn: destination.arn,
        roleArn: role.arn,
        inputTransformer: envelopeTransformer(),
        retryPolicy: partnerTargetRetries(spec.retryHours),
        deadLetterConfig: { arn: this.deadLetters.arn },
      },
      { parent: this, dependsOn: [role.rights, this.deadLetters.policy] },
    );
  }

  private role(
    name: string,
    { scope, bus, partner, spec }: PartnerFeedArgs,
    destination: aws.cloudwatch.EventApiDestination,
  ): ServiceRole {
    return new ServiceRole(
      name,
      {
        scope,
        service: "events",
        actsFor: ruleArn(scope, bus.busName, this.ruleName),
        statements: [
          { sid: "CallPartner", actions: ["events:InvokeApiDestination"], resources: [destination.arn] },
        ],
        tags: { ...entryTags(partner, spec) },
      },
      { parent: this },
    );
  }

  /** Its state belongs to the partner's emergency lever from the beginning, and its text never changes. */
  private rule(name: string, { bus, partner, spec, events }: PartnerFeedArgs): aws.cloudwatch.EventRule {
    return new aws.cloudwatch.EventRule(
      name,
      {
        name: this.ruleName,
        eventBusName: bus.name,
        description: `Events for ${partner}`,
        eventPattern: eventPattern(wantedEvents(spec.receives, events)),
        state: "ENABLED",
        tags: { ...entryTags(partner, spec), Name: this.ruleName },
      },
      { parent: this, ignoreChanges: ["state"] },
    );
  }
}
