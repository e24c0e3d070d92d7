import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../core/scope";
import { runbookDocumentName } from "../core/runbook-names";
import { dashboardUrl } from "./description";
import { longestPattern, type PatternPart } from "./event-entry";
import { environmentDashboard } from "./planned-alarm";
import type { EventIds, PlannedEvent } from "./planned-event";
import type { Severity } from "./severity";

/** Arguments of {@link EventAlerts}. */
export interface EventAlertsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is to be told. */
  readonly events: readonly PlannedEvent[];
  /** Ids that patterns speak of. */
  readonly ids: EventIds;
  /** Topic of each severity. */
  readonly topicArns: Readonly<Record<Severity, pulumi.Input<string>>>;
  /** Queue of what could not be delivered. */
  readonly undeliveredArn: pulumi.Input<string>;
  /** Who answers for what concerns all. */
  readonly owner: string;
}

/** Half a day is late for an alert; what is not delivered by then is put aside. */
const retries = { maximumEventAgeInSeconds: 12 * 3600, maximumRetryAttempts: 50 };

/** Tells what has no metric: a rule for each event that matters. */
export class EventAlerts extends pulumi.ComponentResource {
  public constructor(name: string, args: EventAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:EventAlerts", name, {}, opts);
    for (const event of args.events) this.alert(`${name}-${event.entry.word}`, event, args);
    this.registerOutputs();
  }

  private alert(name: string, event: PlannedEvent, args: EventAlertsArgs): void {
    const { entry } = event;
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: event.name,
        description: `${entry.meaning}.`,
        eventPattern: patternOf(event, args),
        state: event.enabled ? "ENABLED" : "DISABLED",
        tags: { Name: event.name, Owner: args.owner },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        targetId: event.tells,
        arn: args.topicArns[event.tells],
        deadLetterConfig: { arn: args.undeliveredArn },
        retryPolicy: retries,
        inputTransformer: { inputTemplate: messageTemplate(event, args) },
      },
      { parent: this },
    );
  }
}

function patternOf({ entry, name }: PlannedEvent, { scope, ids }: EventAlertsArgs): pulumi.Output<string> {
  return pulumi.output(ids).apply((known) => patternText(name, entry.pattern({ scope, ...known })));
}

/** A pattern as EventBridge reads it. */
function patternText(name: string, pattern: PatternPart): string {
  const text = JSON.stringify(pattern);
  if (text.length > longestPattern) {
    throw new Error(
      `rule "${name}": its pattern has ${text.length} characters; ${longestPattern} are allowed`,
    );
  }
  return text;
}

/** What people read: the same four things as an alarm says, and then the event itself. */
function messageTemplate({ entry }: PlannedEvent, { scope, owner }: EventAlertsArgs): string {
  const words = JSON.stringify({
    environment: scope.environment,
    meaning: `${entry.meaning}.`,
    owner,
    runbook: runbookDocumentName(scope, entry.runbook),
    dashboard: dashboardUrl(scope, environmentDashboard),
  });
  return `${words.slice(0, -1)},"event":<aws.events.event.json>}`;
}
