import type * as pulumi from "@pulumi/pulumi";

import type { MonitoredThing } from "./monitored-thing";

/** An event bus. */
export interface MonitoredEventBus extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "event-bus";
  /** CloudWatch dimensions, as `AWS/Events` names them. */
  readonly dimensions: { readonly EventBusName: pulumi.Input<string> };
}

/** A rule of an event bus, which delivers to a queue, a state machine or a partner. */
export interface MonitoredEventRule extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "event-rule";
  /** CloudWatch dimensions, as `AWS/Events` names them. */
  readonly dimensions: {
    /** Left out for rules of the default bus, which AWS measures by their names alone. */
    readonly EventBusName?: pulumi.Input<string>;
    readonly RuleName: pulumi.Input<string>;
  };
}

/** A queue, and the workload that empties it. */
export interface MonitoredQueue extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "queue";
  /** CloudWatch dimensions, as `AWS/SQS` names them. */
  readonly dimensions: { readonly QueueName: pulumi.Input<string> };
  /** Service or fleet that empties it, by its name. */
  readonly workload: string;
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Oldest message that is still good, in seconds. */
    readonly ageObjectiveSeconds: number;
    /** Time a message stays hidden while it is handled, in seconds. */
    readonly visibilitySeconds: number;
    /** Time that messages are kept, in seconds. */
    readonly retentionSeconds: number;
  };
}

/** A dead-letter queue, in which nothing should be. */
export interface MonitoredDeadLetterQueue extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "dead-letter-queue";
  /** CloudWatch dimensions, as `AWS/SQS` names them. */
  readonly dimensions: { readonly QueueName: pulumi.Input<string> };
}

/** A Step Functions state machine. */
export interface MonitoredStateMachine extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "state-machine";
  /** CloudWatch dimensions, as `AWS/States` names them. */
  readonly dimensions: { readonly StateMachineArn: pulumi.Input<string> };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Longest run, in seconds. */
    readonly timeoutSeconds: number;
  };
}

/** A third party that events are sent to, by the rule that sends them. */
export interface MonitoredPartner extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "partner";
  /** CloudWatch dimensions, as `AWS/Events` names them. */
  readonly dimensions: {
    readonly EventBusName: pulumi.Input<string>;
    readonly RuleName: pulumi.Input<string>;
  };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Most calls a second that are sent. */
    readonly callsPerSecond: number;
  };
}

/** A topic, on which somebody is told something. */
export interface MonitoredTopic extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "topic";
  /** CloudWatch dimensions, as `AWS/SNS` names them. */
  readonly dimensions: { readonly TopicName: pulumi.Input<string> };
}

/** A group of schedules, which begin something at their times. */
export interface MonitoredScheduleGroup extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "schedule-group";
  /** CloudWatch dimensions, as `AWS/Scheduler` names them. */
  readonly dimensions: { readonly ScheduleGroup: string };
}
