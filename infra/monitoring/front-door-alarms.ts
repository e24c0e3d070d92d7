import {
  type AlarmEntry,
  fewRequests,
  fiveMinutes,
  type Metric,
  minutes,
  minutesOf,
  type Of,
  share,
  sources,
} from "./alarm-entry";
import { type TargetMeasure, targetMeasure, valueOf } from "./target-measure";

type Balancer = Of<"load-balancer">;
type Targets = Of<"target-group">;

const errors = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["errors", "HTTPCode_Target_5XX_Count", "Sum"]);
const requests = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["requests", "RequestCount", "Sum"]);
const duration = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["duration", "TargetResponseTime", "p99"], "MAX");
const refusals = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["failed", "TargetConnectionErrorCount", "Sum"]);
const unhealthy = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["unhealthy", "UnHealthyHostCount", "Minimum"]);
const healthy = (targets: Targets): TargetMeasure =>
  targetMeasure(targets, ["healthy", "HealthyHostCount", "Maximum"]);

function metric(id: string, metricName: string, stat: string, { dimensions }: Balancer): Metric {
  return { id, namespace: "AWS/ApplicationELB", metricName, stat, dimensions };
}

const errorSource = "https://docs.aws.amazon.com/IDR/latest/userguide/idr-ex-alarm-use-cases.html";

/** What can go wrong with the load balancer. */
export const loadBalancerAlarms: readonly AlarmEntry<Balancer>[] = [
  {
    word: "own-errors",
    meaning:
      "The balancer answers with errors of its own: no target could be asked, or none answered in time",
    urgency: "outage",
    unit: "percent",
    comparison: ">",
    patience: minutesOf(3, 5),
    missing: "notBreaching",
    runbook: "restart-service",
    reason:
      "One of a hundred; requests that no target took are not among RequestCount, so that both are added.",
    source: errorSource,
    metrics: (balancer) => [
      metric("errors", "HTTPCode_ELB_5XX_Count", "Sum", balancer),
      metric("requests", "RequestCount", "Sum", balancer),
    ],
    expression: () => share("FILL(errors, 0)", "(FILL(requests, 0) + FILL(errors, 0))", fewRequests),
    threshold: () => 1,
  },
  {
    word: "refused-connections",
    meaning: "The balancer is full and refuses connections",
    urgency: "outage",
    unit: "count",
    comparison: ">",
    patience: minutes(1),
    missing: "notBreaching",
    runbook: "raise-quota",
    reason: "Each is somebody who saw nothing at all.",
    source: sources.balancer,
    metrics: (balancer) => [metric("refused", "RejectedConnectionCount", "Sum", balancer)],
    threshold: () => 0,
  },
  {
    word: "tls-failures",
    meaning: "Many clients cannot agree with the balancer on TLS",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: fiveMinutes(3),
    missing: "notBreaching",
    runbook: "renew-certificate",
    reason: "Scanners fail all day; a fifth of all connections means customers.",
    source: sources.own,
    metrics: (balancer) => [
      metric("failed", "ClientTLSNegotiationErrorCount", "Sum", balancer),
      metric("connections", "NewConnectionCount", "Sum", balancer),
    ],
    expression: () => share("FILL(failed, 0)", "(FILL(connections, 0) + FILL(failed, 0))", 100),
    threshold: () => 20,
  },
];

/** What can go wrong with a target group: how a workload answers, seen from the balancer. */
export const targetGroupAlarms: readonly AlarmEntry<Targets>[] = [
  {
    word: "errors",
    meaning: "Many answers are errors of the server's",
    urgency: "outage",
    unit: "percent",
    comparison: ">",
    patience: minutesOf(2, 3),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "A share, not a count, and nothing is said of fewer than 20 requests: quiet hours do not flap.",
    source: errorSource,
    metrics: (targets) => [...errors(targets).metrics, ...requests(targets).metrics],
    expression: (targets) => share(`FILL(${errors(targets).value}, 0)`, requests(targets).value, fewRequests),
    threshold: () => 5,
  },
  {
    word: "slow",
    meaning: "One request of a hundred takes longer than the objective",
    urgency: "risk",
    unit: "seconds",
    comparison: ">",
    patience: minutesOf(3, 5),
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "The objective of the catalogue, at the 99th percentile: averages hide what users feel.",
    source: sources.own,
    metrics: (targets) => [...duration(targets).metrics, ...requests(targets).metrics],
    expression: (targets) =>
      `IF(${requests(targets).value} >= ${fewRequests}, ${duration(targets).value}, 0)`,
    threshold: ({ sizes }) => sizes.latencyObjectiveMs / 1000,
  },
  {
    word: "no-connection",
    meaning: "The balancer cannot connect to targets",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutesOf(3, 5),
    missing: "notBreaching",
    runbook: "restart-service",
    reason: "A target that leaves may fail once; three minutes are no coincidence.",
    source: sources.balancer,
    metrics: (targets) => refusals(targets).metrics,
    expression: (targets) => valueOf(refusals(targets)),
    threshold: () => 0,
  },
  {
    word: "unhealthy-targets",
    meaning: "Targets fail their health check",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "restart-service",
    reason: "Five minutes are enough to replace a task.",
    source: sources.balancer,
    metrics: (targets) => unhealthy(targets).metrics,
    expression: (targets) => valueOf(unhealthy(targets)),
    threshold: () => 0,
  },
  {
    word: "too-few-healthy-targets",
    meaning: "Fewer targets are healthy than scaling may leave",
    urgency: "outage",
    unit: "count",
    comparison: "<",
    patience: minutesOf(3, 5),
    missing: "breaching",
    runbook: "restart-service",
    reason: "The minimum is what survives the loss of a zone.",
    source: sources.balancer,
    metrics: (targets) => healthy(targets).metrics,
    expression: (targets) => valueOf(healthy(targets)),
    threshold: ({ sizes }) => sizes.minimum,
  },
];

/** What can go wrong with a certificate. */
export const certificateAlarms: readonly AlarmEntry<Of<"certificate">>[] = [
  {
    word: "expires",
    meaning: "The certificate ends soon, and was not renewed",
    urgency: "risk",
    unit: "days",
    comparison: "<=",
    patience: { periodSeconds: 86_400, bad: 1, of: 1 },
    missing: "notBreaching",
    runbook: "renew-certificate",
    reason: "AWS renews 60 days before the end; two weeks later it should have.",
    source: sources.recommended,
    metrics: ({ dimensions }) => [
      {
        id: "days",
        namespace: "AWS/CertificateManager",
        metricName: "DaysToExpiry",
        stat: "Minimum",
        dimensions,
      },
    ],
    threshold: () => 44,
  },
];

/** What a web ACL can tell. */
export const webAclAlarms: readonly AlarmEntry<Of<"web-acl">>[] = [
  {
    word: "many-refusals",
    meaning: "The web ACL refuses most requests: an attack, or a rule that hits customers",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: fiveMinutes(3),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "Scanners are a small share of traffic; half of it is not.",
    source: sources.own,
    metrics: ({ dimensions }) =>
      [["blocked", "BlockedRequests"] as const, ["allowed", "AllowedRequests"] as const].map(
        ([id, metricName]) => ({ id, namespace: "AWS/WAFV2", metricName, stat: "Sum", dimensions }),
      ),
    expression: () => share("FILL(blocked, 0)", "(FILL(blocked, 0) + FILL(allowed, 0))", 500),
    threshold: () => 50,
  },
];
