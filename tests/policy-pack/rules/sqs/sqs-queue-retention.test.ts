import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const queue = (props: object) => ({ queue: aws("sqs/queue:Queue", { ...props }) });

fixtures("sqs-queue-retention", {
  pass: { "the shortest that is allowed": queue({ messageRetentionSeconds: 345600 }) },
  fail: { "a second less": queue({ messageRetentionSeconds: 345599 }) },
  unknown: { "a retention that is computed": queue({ messageRetentionSeconds: UNKNOWN }) },
  unset: { "what AWS keeps by itself": ["pass", queue({})] },
  alias: { none: "one token" },
});
