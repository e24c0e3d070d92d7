import { type AlarmEntry, fiveMinutes, type Metric, type Of, share, sources } from "./alarm-entry";

/** What visits from outside tell. */
export const canaryAlarms: readonly AlarmEntry<Of<"canary">>[] = [
  {
    word: "unreachable",
    meaning: "Visits from outside get no answer from the front door, or nobody visits it any more",
    urgency: "outage",
    unit: "percent",
    comparison: "<",
    patience: fiveMinutes(2),
    missing: "breaching",
    runbook: "drain-zone",
    reason: "A visit is tried three times before it fails; ten minutes are two visits at least.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_metrics.html",
    metrics: ({ dimensions }) => [
      {
        ...{ id: "answered", namespace: "CloudWatchSynthetics", metricName: "SuccessPercent" },
        ...{ stat: "Average", dimensions },
      },
    ],
    threshold: () => 50,
  },
];

type AppMonitor = Of<"app-monitor">;

const counted = (id: string, metricName: string, { dimensions }: AppMonitor): Metric => ({
  ...{ id, namespace: "AWS/RUM", metricName, stat: "Sum" },
  dimensions,
});

/** Measured pages in five minutes of which fewer say nothing: a share of them is a handful of people. */
const fewPages = 50;

/** What the browsers of real users tell. Shares and rates are the same whatever part of the users is measured. */
export const appMonitorAlarms: readonly AlarmEntry<AppMonitor>[] = [
  {
    word: "script-errors",
    meaning: "Scripts fail in the browsers of many users, so that pages are there and do not work",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: fiveMinutes(3),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "Errors in a hundred pages; extensions of browsers fail all day, ten of a hundred are a release.",
    source: sources.own,
    metrics: (monitor) => [
      counted("errors", "JsErrorCount", monitor),
      counted("pages", "PageViewCount", monitor),
    ],
    expression: () => share("FILL(errors, 0)", "pages", fewPages),
    threshold: () => 10,
  },
  {
    word: "failed-calls",
    meaning: "Calls that pages make end in errors of the server's",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: fiveMinutes(2),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "Errors in a hundred pages; five are what the balancer's alarms allow of a hundred requests.",
    source: sources.own,
    metrics: (monitor) => [
      counted("errors", "Http5xxCount", monitor),
      counted("pages", "PageViewCount", monitor),
    ],
    expression: () => share("FILL(errors, 0)", "pages", fewPages),
    threshold: () => 5,
  },
  {
    word: "slow-pages",
    meaning: "Many pages take longer than eight seconds, after which people give up",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: fiveMinutes(3),
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "CloudWatch calls users frustrated from eight seconds on; some connections are always slow.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-metrics.html",
    metrics: (monitor) => [
      counted("frustrated", "NavigationFrustratedTransaction", monitor),
      counted("tolerated", "NavigationToleratedTransaction", monitor),
      counted("satisfied", "NavigationSatisfiedTransaction", monitor),
    ],
    expression: () =>
      share(
        "FILL(frustrated, 0)",
        "(FILL(frustrated, 0) + FILL(tolerated, 0) + FILL(satisfied, 0))",
        fewPages,
      ),
    threshold: () => 10,
  },
];
