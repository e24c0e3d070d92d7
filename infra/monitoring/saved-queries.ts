/** A question that people ask of a workload's log. */
export interface SavedQuery {
  /** What is asked, as its name ends. */
  readonly word: string;
  /** What it answers, in one sentence without a full stop. */
  readonly meaning: string;
  /** The question, as CloudWatch Logs Insights reads it. */
  readonly query: string;
}

/** What people ask first. Fields are those of structured logs; what a log has not is empty. */
export const savedQueries: readonly SavedQuery[] = [
  {
    word: "errors",
    meaning: "The last errors, with the request and the trace that each belongs to",
    query: [
      "fields @timestamp, level, message, requestId, traceId, @message",
      "| filter level in ['ERROR', 'FATAL', 'error', 'fatal'] or @message like /(?i)exception|panic/",
      "| sort @timestamp desc",
      "| limit 100",
    ].join("\n"),
  },
  {
    word: "slowest",
    meaning: "The slowest requests",
    query: [
      "fields @timestamp, path, durationMs, requestId, traceId",
      "| filter ispresent(durationMs)",
      "| sort durationMs desc",
      "| limit 50",
    ].join("\n"),
  },
  {
    word: "by-path",
    meaning: "Requests, errors and 99th percentile of the duration by path, every five minutes",
    query: [
      "filter ispresent(durationMs)",
      "| stats count(*) as requests, sum(status >= 500) as errors, pct(durationMs, 99) as p99 by path, bin(5m)",
      "| sort requests desc",
    ].join("\n"),
  },
  {
    word: "patterns",
    meaning: "What the lines have in common, most frequent first",
    query: ["pattern @message", "| sort @sampleCount desc", "| limit 50"].join("\n"),
  },
];
