import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";

const account = "111122223333";
const tells = (service: unknown, Condition?: object) => ({
  ...{ Effect: "Allow", Principal: { Service: service }, Action: "sns:Publish", Resource: "*" },
  ...(Condition && { Condition }),
});
const ours = { StringEquals: { "aws:SourceAccount": account } };
const topic = (policy: unknown) => ({ policy: aws("sns/topicPolicy:TopicPolicy", { arn: "t", policy }) });
const queue = (policy: unknown) => ({
  policy: aws("sqs/queuePolicy:QueuePolicy", { queueUrl: "q", policy }),
});
const key = (policy: unknown) => ({ key: aws("kms/key:Key", { policy }) });
const alarms = document(tells("cloudwatch.amazonaws.com"));

fixtures("resource-policy-source-account", {
  pass: {
    "a service for the own account": topic(document(tells("cloudwatch.amazonaws.com", ours))),
    "a service for resources of the own account": queue(
      document(
        tells("sns.amazonaws.com", { ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${account}:orders-*` } }),
      ),
    ),
    "a service that tells no source": topic(document(tells("backup.amazonaws.com"))),
    "EventBridge on a topic": topic(document(tells("events.amazonaws.com"))),
    "EventBridge in a key's policy": key(document(tells("events.amazonaws.com"))),
    "deliveries of logs in a key's policy": key(document(tells("delivery.logs.amazonaws.com"))),
    "a trail's key by the trail that it encrypts for": key(
      document(
        tells("cloudtrail.amazonaws.com", {
          StringLike: {
            "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*`,
          },
        }),
      ),
    ),
    "a key by the topic that it encrypts": key(
      document(
        tells("sns.amazonaws.com", {
          ArnEquals: { "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:eu-west-1:${account}:orders` },
        }),
      ),
    ),
    "a role": topic(document({ ...tells(""), Principal: { AWS: `arn:aws:iam::${account}:role/app` } })),
    "a denial of a service": topic(document({ ...tells("cloudwatch.amazonaws.com"), Effect: "Deny" })),
  },
  fail: {
    "alarms of anyone": topic(alarms),
    "one service of two": topic(document(tells(["backup.amazonaws.com", "s3.amazonaws.com"]))),
    "EventBridge on a queue": queue(document(tells("events.amazonaws.com"))),
    "deliveries of logs to a bucket": {
      policy: aws("s3/bucketPolicy:BucketPolicy", {
        bucket: "b",
        policy: document(tells("delivery.logs.amazonaws.com")),
      }),
    },
    "any trail's key": key(
      document(
        tells("cloudtrail.amazonaws.com", {
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:*:trail/*" },
        }),
      ),
    ),
    "a source that need not be there": topic(
      document(tells("cloudwatch.amazonaws.com", { StringEqualsIfExists: { "aws:SourceAccount": account } })),
    ),
  },
  unknown: {
    "a policy that is computed": topic(UNKNOWN),
    "a service that is computed": topic({ Statement: [tells(UNKNOWN)] }),
    "a source pattern that is computed": topic({
      Statement: [tells("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": UNKNOWN } })],
    }),
  },
  unset: { "a topic without a policy": ["notApplicable", { topic: aws("sns/topic:Topic") }] },
  alias: {
    "a topic's own policy": { topic: aws("sns/topic:Topic", { policy: alarms }) },
    "a queue's own policy": { queue: aws("sqs/queue:Queue", { policy: alarms }) },
    "a bucket's own policy": { bucket: aws("s3/bucket:Bucket", { policy: alarms }) },
    "a policy of log groups": {
      policy: aws("cloudwatch/logResourcePolicy:LogResourcePolicy", { policyDocument: alarms }),
    },
    "a policy of a key": { policy: aws("kms/keyPolicy:KeyPolicy", { keyId: "k", policy: alarms }) },
  },
});
