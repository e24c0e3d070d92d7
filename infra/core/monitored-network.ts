import type * as pulumi from "@pulumi/pulumi";

import type { MonitoredThing } from "./monitored-thing";

/** A VPC, whose addresses can run out. */
export interface MonitoredVpc extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "vpc";
  /** CloudWatch dimensions, as `AWS/EC2` names them. */
  readonly dimensions: { readonly "Per-VPC Metrics": pulumi.Input<string> };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Addresses of all its subnets together. */
    readonly addresses: number;
  };
}

/** A NAT gateway, whose ports can run out. */
export interface MonitoredNatGateway extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "nat-gateway";
  /** CloudWatch dimensions, as `AWS/NATGateway` names them. */
  readonly dimensions: { readonly NatGatewayId: pulumi.Input<string> };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Public addresses; each carries 55,000 simultaneous connections to one destination. */
    readonly addresses: number;
  };
}

/** An interface endpoint, through which an AWS service is reached. */
export interface MonitoredInterfaceEndpoint extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "interface-endpoint";
  /** CloudWatch dimensions, as `AWS/PrivateLinkEndpoints` names them. */
  readonly dimensions: {
    readonly "VPC Id": pulumi.Input<string>;
    readonly "VPC Endpoint Id": pulumi.Input<string>;
    readonly "Endpoint Type": "Interface";
    readonly "Service Name": string;
  };
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Zones it has a network interface in. */
    readonly zones: number;
  };
}

/** A DNS firewall's rule group, which blocks queries to known bad names. */
export interface MonitoredDnsFirewall extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "dns-firewall";
  /** CloudWatch dimensions, as `AWS/Route53Resolver` names them. */
  readonly dimensions: {
    readonly FirewallRuleGroupId: pulumi.Input<string>;
    readonly VpcId: pulumi.Input<string>;
  };
}

/** A log group, into which something must keep writing. */
export interface MonitoredLogGroup extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "log-group";
  /** CloudWatch dimensions, as `AWS/Logs` names them. */
  readonly dimensions: { readonly LogGroupName: string };
  /**
   * Whether it may stay empty, since something is written only when something happens: a slow query, a shell.
   *
   * @default false
   */
  readonly quiet?: boolean;
  /** Sizes that thresholds derive from. */
  readonly sizes: {
    /** Days that events are kept. */
    readonly retentionDays: number;
  };
}

/** A KMS key, whose loss is the loss of all it encrypts. */
export interface MonitoredKey extends MonitoredThing {
  /** Kind of the thing. */
  readonly kind: "key";
  /** Fields of the events in which KMS reports a key disabled or scheduled for deletion. */
  readonly dimensions: { readonly KeyId: pulumi.Input<string> };
}
