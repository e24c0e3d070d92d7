import { fixtures, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketNotification:BucketNotification";

fixtures("bucket-notifications", {
  pass: {
    "a bucket that tells a function": withSide(SIDE, { lambdaFunctions: [{ lambdaFunctionArn: UNKNOWN }] }),

    "a bucket that tells the event bus": withSide(SIDE, { eventbridge: true }),
    "a bucket that tells a queue that is computed": withSide(SIDE, { queues: [{ queueArn: UNKNOWN }] }),
  },
  fail: {
    "a bucket that tells nobody": bucket(),
    "a notification without a receiver": withSide(SIDE, { eventbridge: false, topics: [] }),
  },
  unknown: {
    "receivers that are computed": withSide(SIDE, { topics: UNKNOWN }),
    "a notification that cannot be joined": besideOpen(SIDE, { eventbridge: true }),
  },
  unset: { "a notification that says nothing": ["fail", withSide(SIDE, {})] },
  alias: { "a former bucket": formerBucket() },
});
