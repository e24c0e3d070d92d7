import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";

const account = "111122223333";
const root = { AWS: `arn:aws:iam::${account}:root` };
const allows = (Action: unknown, Principal: unknown = { AWS: `arn:aws:iam::${account}:role/app` }) => ({
  ...{ Effect: "Allow", Principal, Action, Resource: "*" },
});
const topic = (policy: unknown) => ({ policy: aws("sns/topicPolicy:TopicPolicy", { arn: "t", policy }) });
const key = (policy: unknown) => ({ key: aws("kms/key:Key", { policy }) });
const whole = document(allows("sns:*"));

fixtures("resource-policy-named-actions", {
  pass: {
    "named actions": topic(document(allows(["sns:Publish", "sns:Get*"]))),
    "everything for the account that owns the key": key(document(allows("kms:*", root))),
    "a denial of everything": topic(document({ ...allows("sns:*", "*"), Effect: "Deny" })),
    "everything for the account's number": key(document(allows("kms:*", { AWS: account }))),
  },
  fail: {
    "every action": topic(document(allows("*"))),
    "every action of the service": topic(whole),
    "all that is not left out": topic(
      document({
        Effect: "Allow",
        Principal: root,
        NotAction: "s3:*",
        Resource: `arn:aws:sns:eu-west-1:444455556666:t`,
      }),
    ),
    "everything for another account": topic(
      document({ ...allows("sns:*", root), Resource: "arn:aws:sns:eu-west-1:444455556666:orders" }),
    ),
    "everything for the owner and for a role": key(
      document(allows("kms:*", { AWS: [...Object.values(root), `arn:aws:iam::${account}:role/app`] })),
    ),
    "everything for a service": topic(document(allows("sns:*", { Service: "s3.amazonaws.com" }))),
  },
  unknown: {
    "a policy that is computed": topic(UNKNOWN),
    "actions that are computed": topic({ Statement: [allows(UNKNOWN)] }),
    "everything for whoever is computed": key({ Statement: [allows("kms:*", { AWS: UNKNOWN })] }),
  },
  unset: { "a bucket without a policy": ["notApplicable", { bucket: aws("s3/bucket:Bucket") }] },
  alias: {
    "a topic's own policy": { topic: aws("sns/topic:Topic", { policy: whole }) },
    "a bucket's policy": {
      policy: aws("s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: document(allows("s3:*")) }),
    },
    "a bus's policy": {
      policy: aws("cloudwatch/eventBusPolicy:EventBusPolicy", { policy: document(allows("events:*")) }),
    },
    "a policy of log groups": {
      policy: aws("cloudwatch/logResourcePolicy:LogResourcePolicy", {
        policyDocument: document(allows("logs:*")),
      }),
    },
  },
  otherTypes: {
    "a queue, which has a control of its own": {
      policy: aws("sqs/queuePolicy:QueuePolicy", { queueUrl: "q", policy: document(allows("sqs:*")) }),
    },
  },
});
