import type * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "./criticality";
import type { Monitored } from "./monitored";
import type { Tier } from "./placement";
import type { Region } from "./region";

/**
 * What a component says about what it builds. Everything that watches, saves, limits, prices, proves or draws derives
 * from these values. Facts that are known are plain; only what AWS assigns is an `Input`.
 *
 * Every family, and every kind within one, is a member of a union that consumers switch over exhaustively: a new one
 * does not compile until each consumer has thought of it.
 */
export type Declaration = Monitored | BackedUp | Charged | Flow | Capacity | QuotaUse | Answers;

/** Something whose content is saved. `kind` is AWS Backup's own word for its resource type. */
export interface BackedUp {
  /** Family of the declaration. */
  readonly family: "backedUp";
  /** AWS Backup's resource type. */
  readonly kind: "Aurora" | "DynamoDB" | "EBS" | "EC2" | "EFS" | "RDS" | "S3";
  /** Name by which people know it, unique within its kind and environment. */
  readonly name: string;
  /** ARN that backup selections name. */
  readonly arn: pulumi.Input<string>;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
}

/** Something that costs whether it is used or not, wherever it is, and that no metric of the environment watches. */
export interface Charged {
  /** Family of the declaration. */
  readonly family: "charged";
  /** What it is charged as: a plan of ARC Region switch, or a health check of Route 53 that asks one of AWS's own endpoints. */
  readonly kind: "region-switch-plan" | "health-check";
  /** Name by which people know it. */
  readonly name: string;
  /** What is charged on top of the thing itself: HTTPS, latency, an interval of ten seconds. */
  readonly features: number;
}

/** An end of a flow. Consumers switch over `kind`. */
export type FlowEnd =
  | { readonly kind: "internet" }
  | { readonly kind: "tier"; readonly tier: Tier }
  | { readonly kind: "aws-service"; readonly service: string; readonly region: Region }
  | { readonly kind: "component"; readonly name: string };

/** How traffic is kept from being read on its way. */
export type FlowEncryption = { readonly kind: "tls" } | { readonly kind: "none"; readonly reason: string };

/** Traffic that is meant to be; what no flow declares is not. */
export interface Flow {
  /** Family of the declaration. */
  readonly family: "flow";
  /** Who opens the connection. */
  readonly from: FlowEnd;
  /** Who accepts it. */
  readonly to: FlowEnd;
  /** IP protocol. */
  readonly protocol: "tcp" | "udp";
  /** Port that the accepting end listens on. */
  readonly port: number;
  /** How it is encrypted. */
  readonly encryption: FlowEncryption;
}

/** What is installed, whether used or not. Amounts are of one unit; `count` says how many units there are. */
export interface Capacity {
  /** Family of the declaration. */
  readonly family: "capacity";
  /** Name by which people know it, unique within its environment. */
  readonly name: string;
  /** Virtual processors of one unit. */
  readonly vcpu: number;
  /** Memory of one unit, in GiB. */
  readonly memoryGib: number;
  /** Storage of one unit, in GiB. */
  readonly storageGib: number;
  /** Units at the start. */
  readonly count: number;
  /** Fewest units that scaling leaves. */
  readonly minimum: number;
  /** Most units that scaling reaches. */
  readonly maximum: number;
}

/** Use of a service quota by what is built. */
export interface QuotaUse {
  /** Family of the declaration. */
  readonly family: "quotaUse";
  /** Service code, as Service Quotas spells it: `vpc`. */
  readonly serviceCode: string;
  /** Quota code, as Service Quotas spells it: `L-F678F1CE`. */
  readonly quotaCode: string;
  /** How much of the quota is used. */
  readonly count: number;
}

/** Id of a Well-Architected practice, such as `REL02-BP03`. */
export type PracticeId = `${"OPS" | "SEC" | "REL" | "PERF" | "COST" | "SUS"}${number}-BP${number}`;

/** Well-Architected practices that a component answers. */
export interface Answers {
  /** Family of the declaration. */
  readonly family: "answers";
  /** Practices that are answered, in whole or in part. */
  readonly practices: readonly PracticeId[];
  /** Component that answers them, by its name. */
  readonly by: string;
  /** How, in one sentence for the reviewer. */
  readonly how: string;
}

type Family = Declaration["family"];

/** Picks the declarations of one family, keeping their order. */
export function ofFamily<F extends Family>(
  declarations: readonly Declaration[],
  family: F,
): readonly Extract<Declaration, { family: F }>[] {
  return declarations.filter(
    (declaration): declaration is Extract<Declaration, { family: F }> => declaration.family === family,
  );
}
