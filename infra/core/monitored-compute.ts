import type * as pulumi from "@pulumi/pulumi";

import type { MonitoredThing } from "./monitored-thing";

/** An Application Load Balancer. */
export interface MonitoredLoadBalancer extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "load-balancer";
  /** CloudWatch dimensions, as `AWS/ApplicationELB` names them: the end of the ARN, from `app/`. */
  readonly dimensions: { readonly LoadBalancer: pulumi.Input<string> };
}

/** CloudWatch dimensions of a target group, as `AWS/ApplicationELB` names them: ends of both ARNs. */
export type TargetGroupDimensions = Readonly<Record<"LoadBalancer" | "TargetGroup", pulumi.Input<string>>>;

/** A target group of a load balancer, and the workload behind it. */
export interface MonitoredTargetGroup extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "target-group";
  /** CloudWatch dimensions. */
  readonly dimensions: TargetGroupDimensions;
  /**
   * Dimensions of the group that has the requests after every other release: what is measured is the two together.
   *
   * @default - all requests go to the one group
   */
  readonly other?: TargetGroupDimensions;
  /** Service or fleet that answers, by its name. */
  readonly workload: string;
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Fewest targets that scaling leaves. */
    readonly minimum: number;
    /** Longest answer that is still good, 99 of 100 times, in milliseconds. */
    readonly latencyObjectiveMs: number;
  };
}

/** A certificate, which ends on a known day. */
export interface MonitoredCertificate extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "certificate";
  /** CloudWatch dimensions, as `AWS/CertificateManager` names them. */
  readonly dimensions: { readonly CertificateArn: pulumi.Input<string> };
}

/** A private certificate authority, from which services have their certificates. */
export interface MonitoredCertificateAuthority extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "certificate-authority";
  /** CloudWatch dimensions, as `AWS/ACMPrivateCA` names them. */
  readonly dimensions: { readonly PrivateCAArn: pulumi.Input<string> };
  /** Sizes that its price derives from. */
  readonly sizes: {
    /** Services that have a certificate of it. */
    readonly services: number;
  };
}

/** A web ACL, which refuses requests. */
export interface MonitoredWebAcl extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "web-acl";
  /** CloudWatch dimensions, as `AWS/WAFV2` names them. */
  readonly dimensions: {
    readonly WebACL: pulumi.Input<string>;
    readonly Region: string;
    readonly Rule: "ALL";
  };
}

/** Somebody outside who visits the front door by its public name. */
export interface MonitoredCanary extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "canary";
  /** CloudWatch dimensions, as `CloudWatchSynthetics` names them. */
  readonly dimensions: { readonly CanaryName: string };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Minutes between two visits. */
    readonly minutes: number;
  };
}

/** What browsers of real users measure. */
export interface MonitoredAppMonitor extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "app-monitor";
  /** CloudWatch dimensions, as `AWS/RUM` names them. */
  readonly dimensions: { readonly application_name: string };
}

/** An ECS cluster. */
export interface MonitoredCluster extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "cluster";
  /** CloudWatch dimensions, as `AWS/ECS` and `ECS/ContainerInsights` name them. */
  readonly dimensions: { readonly ClusterName: pulumi.Input<string> };
}

/** An ECS service. */
export interface MonitoredService extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "service";
  /** CloudWatch dimensions, as `AWS/ECS` and `ECS/ContainerInsights` name them. */
  readonly dimensions: {
    readonly ClusterName: pulumi.Input<string>;
    readonly ServiceName: pulumi.Input<string>;
  };
  /** Alarms that call a deployment off and bring the last good one back, by name. */
  readonly rollbackAlarms: readonly string[];
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Virtual processors of a task. */
    readonly vcpu: number;
    /** Memory of a task, in MiB. */
    readonly memoryMib: number;
    /** Fewest tasks that scaling leaves. */
    readonly minimum: number;
    /** Most tasks that scaling reaches. */
    readonly maximum: number;
  };
}

/** A fleet of EC2 instances in an Auto Scaling group. */
export interface MonitoredFleet extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "fleet";
  /** CloudWatch dimensions, as `AWS/AutoScaling` and `AWS/EC2` name them. */
  readonly dimensions: { readonly AutoScalingGroupName: pulumi.Input<string> };
  /** Alarms that call a refresh of the instances off and bring the last good ones back, by name. */
  readonly rollbackAlarms: readonly string[];
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Instance type, such as `m7g.large`. */
    readonly instanceType: string;
    /** Root volume of an instance, in GiB. */
    readonly volumeGib: number;
    /** Fewest instances that scaling leaves. */
    readonly minimum: number;
    /** Most instances that scaling reaches. */
    readonly maximum: number;
  };
}

/** Calls of one service by another, as the caller's proxy sees them. */
export interface MonitoredCall extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "call";
  /** CloudWatch dimensions, as `AWS/ECS` names them: the service that calls, and the name by which it finds the other. */
  readonly dimensions: {
    readonly ClusterName: pulumi.Input<string>;
    readonly ServiceName: pulumi.Input<string>;
    readonly TargetDiscoveryName: string;
  };
  /** Service that calls, by its name: it waits for the answer. */
  readonly workload: string;
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Longest answer of the service that is called that is still good, 99 of 100 times, in milliseconds. */
    readonly latencyObjectiveMs: number;
  };
}
