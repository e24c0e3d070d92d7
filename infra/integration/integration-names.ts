import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import type { NameKind } from "../core/name-limits";
import type { Scope } from "../core/scope";

/**
 * Names and ARNs of everything that the layer builds, known before anything exists. Names of the catalogue hold no
 * underscore, so that an underscore always tells where one ends; and every kind begins with a word of its own.
 */

/** A queue and its dead-letter queue, before the environment's name is put in front. */
export type QueueWord = `event_${string}_${string}` | `tasks_${string}` | `partner_${string}` | "undelivered";

/** Queue of a consumer for an event. */
export const eventQueue = (event: string, consumer: string): QueueWord => `event_${event}_${consumer}`;

/** Queue of the tasks that workflows ask of a workload. */
export const taskQueue = (workload: string): QueueWord => `tasks_${workload}`;

/** Queue of events that a partner could not be sent. */
export const partnerQueue = (partner: string): QueueWord => `partner_${partner}`;

/** Physical name of a queue. */
export function queueName(scope: Scope, word: QueueWord): string {
  return physicalName("queue", scope, word);
}

/** Physical name of the dead-letter queue beside a queue. */
export function deadLetterName(scope: Scope, word: QueueWord): string {
  return physicalName("queue", scope, `${word}_dead`);
}

/** ARN of a queue, by its physical name. */
export function queueArn(scope: Scope, name: string): string {
  return regionalArn(scope, "sqs", name);
}

/** ARN of a bus, by its physical name. */
export function busArn(scope: Scope, bus: string): string {
  return regionalArn(scope, "events", `event-bus/${bus}`);
}

/** ARN of a rule of a bus, by its physical name. */
export function ruleArn(scope: Scope, bus: string, rule: string): string {
  return regionalArn(scope, "events", `rule/${bus}/${rule}`);
}

/** ARN of a rule of the default bus, where AWS's own events come in. */
export function defaultBusRuleArn(scope: Scope, rule: string): string {
  return regionalArn(scope, "events", `rule/${rule}`);
}

/** ARN of a state machine, by its physical name. */
export function stateMachineArn(scope: Scope, name: string): string {
  return regionalArn(scope, "states", `stateMachine:${name}`);
}

/** Words after the layer's own name: `integration_workflow_quote-to-order`. */
export function named(kind: NameKind, scope: Scope, ...words: readonly string[]): string {
  return physicalName(kind, scope, words.join("_"));
}

/** Name of the parameter that is a partner's emergency lever. */
export function leverName(scope: Scope, partner: string): string {
  return physicalName("parameter", scope, `levers/${partner}`);
}

/** Path that the names of all levers begin with. */
export function leverPath(scope: Scope): string {
  return `${physicalName("parameter", scope, "levers")}/`;
}

/** ARN of a parameter, by its name, which begins with a slash. */
export function parameterArn(scope: Scope, name: string): string {
  return regionalArn(scope, "ssm", `parameter${name}`);
}
