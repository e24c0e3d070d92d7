import type * as pulumi from "@pulumi/pulumi";

import { addressCount, parseCidr } from "../core/cidr";
import type { Answers, Declaration, Flow, FlowEncryption, FlowEnd, QuotaUse } from "../core/declarations";
import type { Tier } from "../core/placement";
import type { BuiltGateway } from "./egress";
import type { BuiltEndpoint } from "./endpoints";
import type { LogTarget } from "./log-store";
import { type NetworkArgs, usualDataPorts } from "./network-args";
import type { SubnetPlan } from "./subnet-plan";

/** What a network built, as its declarations speak of it. */
export interface BuiltNetwork {
  /** Logical name of the network. */
  readonly name: string;
  /** What it was asked for. */
  readonly args: NetworkArgs;
  /** Its addresses. */
  readonly plan: SubnetPlan;
  /** VPC id. */
  readonly vpcId: pulumi.Input<string>;
  /** Its NAT gateways. */
  readonly gateways: readonly BuiltGateway[];
  /** Its interface endpoints. */
  readonly endpoints: readonly BuiltEndpoint[];
  /** Its log groups. */
  readonly logs: readonly LogTarget[];
  /** Id of the logs' key. */
  readonly logKeyId: pulumi.Input<string>;
  /** Id of the DNS firewall's rule group. */
  readonly firewallRuleGroupId: pulumi.Input<string>;
}

/** Everything that a network says about itself. A network has no content to back up, and installs no processors. */
export function networkDeclarations(built: BuiltNetwork): readonly Declaration[] {
  return [...monitored(built), ...flows(built), ...quotaUses(built), ...answers(built)];
}

function monitored(built: BuiltNetwork): readonly Declaration[] {
  const { criticality, owner } = built.args;
  const thing = (name: string) => ({ family: "monitored", name, criticality, owner }) as const;
  return [
    {
      ...thing(built.name),
      kind: "vpc",
      dimensions: { "Per-VPC Metrics": built.vpcId },
      sizes: { addresses: subnetAddresses(built.plan) },
    },
    ...built.gateways.map(({ name, id, addresses }): Declaration => ({
      ...thing(name),
      kind: "nat-gateway",
      dimensions: { NatGatewayId: id },
      sizes: { addresses },
    })),
    ...built.endpoints.map(({ name, id, serviceName }): Declaration => ({
      ...thing(name),
      kind: "interface-endpoint",
      dimensions: {
        "VPC Id": built.vpcId,
        "VPC Endpoint Id": id,
        "Endpoint Type": "Interface",
        "Service Name": serviceName,
      },
      sizes: { zones: built.args.endpoints.zones },
    })),
    {
      ...thing(`${built.name}-dns-firewall`),
      kind: "dns-firewall",
      dimensions: { FirewallRuleGroupId: built.firewallRuleGroupId, VpcId: built.vpcId },
    },
    ...built.logs.map(({ name }): Declaration => ({
      ...thing(name),
      kind: "log-group",
      dimensions: { LogGroupName: name },
      sizes: { retentionDays: built.args.logRetentionDays },
    })),
    { ...thing(`${built.name}-logs`), kind: "key", dimensions: { KeyId: built.logKeyId } },
  ];
}

const tls: FlowEncryption = { kind: "tls" };
const tier = (word: Tier): FlowEnd => ({ kind: "tier", tier: word });

/** Traffic that the network itself makes room for. What runs in it declares its own. */
function flows({ args, endpoints, gateways }: BuiltNetwork): readonly Flow[] {
  const tcp = (from: FlowEnd, to: FlowEnd, port: number): Flow => ({
    family: "flow",
    from,
    to,
    protocol: "tcp",
    port,
    encryption: tls,
  });
  const awsService = (service: string): FlowEnd => ({ kind: "aws-service", service, region: args.region });
  return [
    ...["s3", "dynamodb"].map((service) => tcp(tier("app"), awsService(service), 443)),
    ...(endpoints.length > 0 ? [tcp(tier("app"), tier("endpoints"), 443)] : []),
    ...endpoints.map(({ service }) => tcp(tier("endpoints"), awsService(service.service), 443)),
    ...(gateways.length > 0 ? [tcp(tier("app"), { kind: "internet" }, 443)] : []),
    ...(hasTier(args, "data")
      ? (args.dataPorts ?? usualDataPorts).map((port) => tcp(tier("app"), tier("data"), port))
      : []),
  ];
}

function hasTier({ tierBlocks }: NetworkArgs, word: Tier): boolean {
  return tierBlocks === undefined || tierBlocks[word] !== undefined;
}

/**
 * Quotas that the network takes its share of.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, codes by
 * `aws service-quotas list-service-quotas --service-code vpc` (and `ec2` for addresses)
 */
function quotaUses({ args, plan, endpoints, gateways }: BuiltNetwork): readonly QuotaUse[] {
  const use = (serviceCode: string, quotaCode: string, count: number): QuotaUse => ({
    family: "quotaUse",
    serviceCode,
    quotaCode,
    count,
  });
  const subnets = plan.tiers.length * args.zones.length;
  return [
    // VPCs per Region
    use("vpc", "L-F678F1CE", 1),
    // internet gateways per Region
    use("vpc", "L-A4707A72", 1),
    // subnets per VPC
    use("vpc", "L-407747CB", subnets),
    // route tables per VPC, the default one included
    use("vpc", "L-589F43AA", subnets + 1),
    // network ACLs per VPC, the default one included
    use("vpc", "L-B4A6D682", plan.tiers.length + 1),
    // interface endpoints per VPC
    use("vpc", "L-29B6F2EB", endpoints.length),
    // gateway endpoints per Region
    use("vpc", "L-1B52E74A", 2),
    // NAT gateways per zone, or regional ones per VPC
    use("vpc", args.nat === "regional" ? "L-12E49864" : "L-FE5A380F", Math.min(1, gateways.length)),
    // elastic IP addresses per Region; those of a regional gateway are AWS's
    use("ec2", "L-0263D0A3", args.nat === "regional" ? 0 : gateways.length),
  ].filter(({ count }) => count > 0);
}

/** Addresses that its subnets leave to use: AWS keeps five of each. */
function subnetAddresses(plan: SubnetPlan): number {
  const keptByAws = 5;
  return plan.tiers
    .flatMap(({ subnets }) => subnets)
    .reduce((sum, { cidr }) => sum + Number(addressCount(parseCidr(cidr))) - keptByAws, 0);
}

function answers({ name }: BuiltNetwork): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      "Four tiers, each with its own network ACL; data stores and endpoints have no way out, and nothing gets a public address by itself.",
      "SEC05-BP01",
      "SEC05-BP02",
      "SEC03-BP07",
    ),
    answer(
      "DNS firewall with AWS's threat lists, access scopes that find unwanted paths, flow and query logs that record them.",
      "SEC05-BP03",
      "SEC04-BP01",
      "SEC04-BP02",
    ),
    answer("Everything is built from this program, and nothing by hand.", "SEC05-BP04"),
    answer(
      "Logs are encrypted with a key of their own and kept for a stated time.",
      "SEC08-BP01",
      "SEC08-BP02",
    ),
    answer(
      "VPC encryption control reports or refuses traffic that is not encrypted on its way.",
      "SEC09-BP02",
      "SEC09-BP03",
    ),
    answer(
      "Subnets, gateways and endpoints in several zones; at least half of the range is reserved, and ranges never overlap.",
      "REL02-BP01",
      "REL02-BP03",
      "REL02-BP05",
      "REL10-BP01",
    ),
    answer(
      "NAT gateways and endpoints are compared by expected traffic and dated prices; gateway endpoints carry S3 and DynamoDB free of charge.",
      "COST08-BP01",
      "COST08-BP02",
      "COST08-BP03",
    ),
    answer(
      "AWS's services are reached without leaving the network, zone by zone.",
      "PERF04-BP02",
      "PERF04-BP04",
    ),
  ];
}
