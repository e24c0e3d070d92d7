import { type AlarmEntry, fiveMinutes, type Metric, minutes, type Of, sources } from "./alarm-entry";

type Gateway = Of<"nat-gateway">;
type Endpoint = Of<"interface-endpoint">;

/** Connections that one address of a NAT gateway carries to one destination; source: VPC User Guide, "NAT gateway basics", 2026-11. */
const connectionsOfAddress = 55_000;

/** What a NAT gateway carries at most; same source. */
const gatewayLimits = { bytesPerSecond: 100e9 / 8, packetsPerSecond: 10e6 };

/** What an interface endpoint carries in each zone without bursts; source: AWS PrivateLink Guide, "Quotas", 2026-11. */
const endpointBytesPerSecond = 10e9 / 8;

/** Network addresses that a VPC may use; source: VPC User Guide, "Network Address Usage for your VPC", 2026-11. */
const addressUnitsOfVpc = 64_000;

const natSource = "https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html";
const endpointSource =
  "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-cloudwatch-metrics.html";

function ofGateway(id: string, metricName: string, stat: string, { dimensions }: Gateway): Metric {
  return { id, namespace: "AWS/NATGateway", metricName, stat, dimensions };
}

const packets = (gateway: Gateway): readonly Metric[] => [
  ofGateway("inward", "PacketsInFromDestination", "Sum", gateway),
  ofGateway("outward", "PacketsInFromSource", "Sum", gateway),
];

/** What can go wrong with a NAT gateway. */
export const natGatewayAlarms: readonly AlarmEntry<Gateway>[] = [
  {
    word: "no-ports",
    meaning: "The gateway has no port left for new connections to a destination",
    urgency: "outage",
    unit: "count",
    comparison: ">",
    patience: minutes(15),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "Each is a connection that failed.",
    source: sources.recommended,
    metrics: (gateway) => [ofGateway("failed", "ErrorPortAllocation", "Sum", gateway)],
    threshold: () => 0,
  },
  {
    word: "lost-packets",
    meaning: "The gateway loses packets",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "One in ten thousand; fewer are noise.",
    source: sources.recommended,
    metrics: (gateway) => [ofGateway("lost", "PacketsDropCount", "Sum", gateway), ...packets(gateway)],
    expression: () => "IF(inward + outward >= 10000, 100 * FILL(lost, 0) / (inward + outward), 0)",
    threshold: () => 0.01,
  },
  {
    word: "bandwidth",
    meaning: "The gateway carries nearly as many bytes as it can",
    urgency: "risk",
    unit: "bytes",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "Four fifths of its limit of 100 Gbit/s.",
    source: natSource,
    metrics: (gateway) => [
      ofGateway("inward", "BytesInFromDestination", "Sum", gateway),
      ofGateway("outward", "BytesInFromSource", "Sum", gateway),
    ],
    expression: () => "(inward + outward) / 60",
    threshold: () => 0.8 * gatewayLimits.bytesPerSecond,
  },
  {
    word: "packets",
    meaning: "The gateway carries nearly as many packets as it can",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "Four fifths of its limit of ten million a second.",
    source: natSource,
    metrics: packets,
    expression: () => "(inward + outward) / 60",
    threshold: () => 0.8 * gatewayLimits.packetsPerSecond,
  },
  {
    word: "connections",
    meaning: "The gateway carries nearly as many connections as its addresses have ports for one destination",
    urgency: "hint",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "Four fifths of 55,000 for each address, as if all went to one destination.",
    source: natSource,
    metrics: (gateway) => [ofGateway("connections", "ActiveConnectionCount", "Maximum", gateway)],
    threshold: ({ sizes }) => 0.8 * connectionsOfAddress * sizes.addresses,
  },
];

function ofEndpoint(id: string, metricName: string, { dimensions }: Endpoint): Metric {
  return { id, namespace: "AWS/PrivateLinkEndpoints", metricName, stat: "Sum", dimensions };
}

/** What can go wrong with an interface endpoint. */
export const interfaceEndpointAlarms: readonly AlarmEntry<Endpoint>[] = [
  {
    word: "lost-packets",
    meaning: "The endpoint loses packets: the AWS service behind it may not be reached",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "drain-zone",
    reason: "Single packets are lost every day; a hundred a minute are not.",
    source: endpointSource,
    metrics: (endpoint) => [ofEndpoint("lost", "PacketsDropped", endpoint)],
    threshold: () => 100,
  },
  {
    word: "bandwidth",
    meaning: "The endpoint carries nearly as much as it can without bursts",
    urgency: "hint",
    unit: "bytes",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "Four fifths of 10 Gbit/s for each zone.",
    source: endpointSource,
    metrics: (endpoint) => [ofEndpoint("bytes", "BytesProcessed", endpoint)],
    expression: () => "bytes / 60",
    threshold: ({ sizes }) => 0.8 * endpointBytesPerSecond * sizes.zones,
  },
];

/** What can go wrong with a VPC. */
export const vpcAlarms: readonly AlarmEntry<Of<"vpc">>[] = [
  {
    word: "addresses",
    meaning: "The addresses of the network are nearly used up",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: { periodSeconds: 3600, bad: 1, of: 1 },
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "Four fifths of its subnets' addresses, or of the quota where that is less.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/network-address-usage.html",
    metrics: ({ dimensions }) => [
      { id: "used", namespace: "AWS/EC2", metricName: "NetworkAddressUsage", stat: "Maximum", dimensions },
    ],
    threshold: ({ sizes }) => 0.8 * Math.min(sizes.addresses, addressUnitsOfVpc),
  },
];

/** What a DNS firewall can tell. */
export const dnsFirewallAlarms: readonly AlarmEntry<Of<"dns-firewall">>[] = [
  {
    word: "bad-names",
    meaning: "Something in the network asks for names that are known to be bad",
    urgency: "risk",
    unit: "count",
    comparison: ">=",
    patience: fiveMinutes(1),
    missing: "notBreaching",
    runbook: "isolate-instance",
    reason: "Nothing that we run asks for them; ten are no typing mistake.",
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-resolver-dns-firewall-with-cloudwatch.html",
    metrics: ({ dimensions }) => [
      {
        id: "queries",
        namespace: "AWS/Route53Resolver",
        metricName: "FirewallRuleGroupVpcQueryVolume",
        stat: "Sum",
        dimensions,
      },
    ],
    threshold: () => 10,
  },
];

function ofLog(id: string, metricName: string, { dimensions }: Of<"log-group">): Metric {
  return { id, namespace: "AWS/Logs", metricName, stat: "Sum", dimensions };
}

const logSource =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html";

/** What can go wrong with a log group. */
export const logGroupAlarms: readonly AlarmEntry<Of<"log-group">>[] = [
  {
    word: "silent",
    meaning: "Nothing was logged for hours: the writer or its way here is broken",
    urgency: "hint",
    unit: "count",
    comparison: "<",
    patience: { periodSeconds: 3600, bad: 6, of: 6 },
    missing: "breaching",
    runbook: "restart-service",
    reason: "What runs writes something within six hours.",
    source: logSource,
    metrics: (log) => [ofLog("events", "IncomingLogEvents", log)],
    threshold: () => 1,
    applies: ({ quiet }) => quiet !== true,
  },
  {
    word: "flood",
    meaning: "Far more is logged than usual: a mistake in a loop, and a bill",
    urgency: "hint",
    unit: "bytes",
    comparison: ">",
    patience: { periodSeconds: 3600, bad: 1, of: 1 },
    missing: "notBreaching",
    runbook: "review-monthly-cost",
    reason: "Ten GiB an hour cost more in a day than most services.",
    source: logSource,
    metrics: (log) => [ofLog("bytes", "IncomingBytes", log)],
    threshold: () => 10 * 1024 ** 3,
  },
];
