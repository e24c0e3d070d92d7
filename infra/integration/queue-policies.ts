import { servicePrincipal } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { refusedWithoutTls } from "../core/tls-alone";

/** A queue, as its policy speaks of it. */
export interface GuardedQueue {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** ARN of the queue. */
  readonly queueArn: string;
  /**
   * Rules and buses for which EventBridge may send, by ARN; `*` stands for any part.
   *
   * @default - none: whoever sends needs the right by a role
   */
  readonly admits?: readonly string[];
}

/** Statements of a queue's policy: TLS only, and EventBridge for the rules named and nobody else's. */
export function queueStatements({ scope, queueArn, admits = [] }: GuardedQueue): readonly PolicyStatement[] {
  const tlsOnly = refusedWithoutTls(["sqs:*"], [queueArn], "RefuseWithoutTls");
  if (admits.length === 0) return [tlsOnly];
  return [
    tlsOnly,
    {
      sid: "EventBridgeSends",
      principals: { Service: [servicePrincipal("events", scope.region)] },
      actions: ["sqs:SendMessage"],
      resources: [queueArn],
      conditions: {
        ArnLike: { "aws:SourceArn": admits },
        StringEquals: { "aws:SourceAccount": scope.accountId },
      },
    },
  ];
}

/** Which queues may use a queue as their dead-letter queue: those named, or none. */
export function redriveAllowPolicy(sources: readonly string[]): string {
  return JSON.stringify(
    sources.length === 0
      ? { redrivePermission: "denyAll" }
      : { redrivePermission: "byQueue", sourceQueueArns: sources },
  );
}
