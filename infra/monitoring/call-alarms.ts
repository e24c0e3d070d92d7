import { type AlarmEntry, fewRequests, type Metric, minutes, type Of, share, sources } from "./alarm-entry";

type Call = Of<"call">;

const metricsPage = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html";

/** Measured by Service Connect's proxy of the service that calls: its own name stands beside that of the one that is called. */
function metric(id: string, metricName: string, stat: string, { dimensions }: Call): Metric {
  return { id, namespace: "AWS/ECS", metricName, stat, dimensions };
}

/** Answers by the first digit of their status: only together they are all answers. */
const answers = (call: Call): readonly Metric[] =>
  (["2XX", "3XX", "4XX", "5XX"] as const).map((status, position) =>
    metric(`a${position + 2}`, `HTTPCode_Target_${status}_Count`, "Sum", call),
  );

const all = "(FILL(a2, 0) + FILL(a3, 0) + FILL(a4, 0) + FILL(a5, 0))";

/** What can go wrong between two services. */
export const callAlarms: readonly AlarmEntry<Call>[] = [
  {
    word: "errors",
    meaning: "Many calls of the other service end in errors of its own",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "One call of twenty, and nothing is said of fewer than 20 calls.",
    source: sources.recommended,
    metrics: answers,
    expression: () => share("FILL(a5, 0)", all, fewRequests),
    threshold: () => 5,
  },
  {
    word: "slow",
    meaning: "One call of a hundred takes longer than the other service's objective",
    urgency: "risk",
    unit: "milliseconds",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "The objective that the catalogue gives the service that is called.",
    source: metricsPage,
    metrics: (call) => [metric("duration", "TargetResponseTime", "p99", call), ...answers(call)],
    expression: () => `IF(${all} >= ${fewRequests}, duration, 0)`,
    threshold: ({ sizes }) => sizes.latencyObjectiveMs,
  },
];
