/**
 * Days that CloudWatch Logs can keep events; it refuses every other number.
 *
 * Source: `retentionInDays` in
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
export const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Days that CloudWatch Logs can keep events; see {@link logRetentionDays}. */
export type LogRetentionDays = (typeof logRetentionDays)[number];
