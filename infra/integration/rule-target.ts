/**
 * How long EventBridge tries to hand an event to a queue or a workflow of this account, and how often. What fails for an
 * hour fails for a reason that a longer wait does not mend; the archive has the event.
 */
export const ownTargetRetries = { maximumEventAgeInSeconds: 3_600, maximumRetryAttempts: 60 } as const;

/**
 * How long EventBridge tries to hand an event to a partner, who may be away for longer: the hours given, and as often as
 * EventBridge ever tries.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html, as of 2026-11
 */
export function partnerTargetRetries(retryHours: number): {
  readonly maximumEventAgeInSeconds: number;
  readonly maximumRetryAttempts: number;
} {
  return { maximumEventAgeInSeconds: retryHours * 3_600, maximumRetryAttempts: 185 };
}
