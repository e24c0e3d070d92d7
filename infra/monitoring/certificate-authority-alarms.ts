import { type AlarmEntry, fiveMinutes, type Metric, type Of } from "./alarm-entry";

type Authority = Of<"certificate-authority">;

/**
 * AWS documents the metrics, and not by which dimensions they are told apart. Tools that read them name the authority alone, or
 * the operation beside it; what is asked for by dimensions that nothing has is nothing, so that both are asked for, and added.
 */
function failures(id: string, { dimensions }: Authority, more: Readonly<Record<string, string>>): Metric {
  return {
    ...{ id, namespace: "AWS/ACMPrivateCA", metricName: "Failure", stat: "Sum" },
    dimensions: { ...dimensions, ...more },
  };
}

/** What can go wrong with a private certificate authority, as far as a metric tells; what it refuses is told by events. */
export const certificateAuthorityAlarms: readonly AlarmEntry<Authority>[] = [
  {
    word: "failures",
    meaning:
      "The authority of services' certificates has failed to issue some; each is good for two days more",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: fiveMinutes(1),
    missing: "notBreaching",
    runbook: "repair-authority",
    reason: "ECS asks for each service five days after its last certificate, which is good for seven.",
    source: "https://docs.aws.amazon.com/privateca/latest/userguide/PcaCloudWatch.html",
    metrics: (authority) => [
      failures("failed", authority, {}),
      failures("failedIssues", authority, { Operation: "IssueCertificate" }),
    ],
    expression: () => "FILL(failed, 0) + FILL(failedIssues, 0)",
    threshold: () => 0,
  },
];
