/**
 * What SQS allows.
 *
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, as of 2026-11
 */
export const sqsLimits = { visibilitySeconds: 43_200, retentionSeconds: 1_209_600 } as const;

/**
 * Handlings that fit into the time a message stays hidden. A message that a handler still works on must not be given to
 * another one; six leaves room for batches and for a handler's own retries.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html, as of 2026-11
 */
const handlingsWhileHidden = 6;

const day = 86_400;

/** Numbers that all queues have in common. */
export const queueNumbers = {
  /** Days a message waits. What nobody handled by then is lost, so every message comes to its dead-letter queue before. */
  retentionSeconds: 4 * day,
  /** Days a message stays in a dead-letter queue, counted from when it was sent: at least ten are left to look at it. */
  deadLetterRetentionSeconds: 14 * day,
  /** Longest wait for a message; fewer empty answers, less cost. */
  longPollSeconds: 20,
  /** Time SQS encrypts with one data key: the time a disabled key goes on being used, against the cost of new ones. */
  dataKeyReuseSeconds: 3_600,
  /** Times a message is tried, unless the consumer says otherwise. */
  maximumReceives: 5,
} as const;

/** Longest time of one handling whose visibility SQS still allows, in seconds. */
export const maximumHandlerSeconds = sqsLimits.visibilitySeconds / handlingsWhileHidden;

/** Time a message stays hidden while it is handled, in seconds. */
export function visibilitySeconds(handlerTimeoutSeconds: number): number {
  return handlerTimeoutSeconds * handlingsWhileHidden;
}

/** Most times a message can be tried until it has waited too long to come to the dead-letter queue. */
export function receivesWithinRetention(handlerTimeoutSeconds: number): number {
  return Math.floor(queueNumbers.retentionSeconds / visibilitySeconds(handlerTimeoutSeconds));
}
