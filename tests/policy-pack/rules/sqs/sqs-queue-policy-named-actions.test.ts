import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { open, tlsOnly } from "../../support/resource-policies";

const named = { ...open, Principal: { AWS: "111122223333" } };
const root = { ...open, Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "SQS:*" };
const policy = (given: unknown) => ({
  policy: aws("sqs/queuePolicy:QueuePolicy", { queueUrl: "q", policy: given }),
});

fixtures("sqs-queue-policy-named-actions", {
  pass: {
    "named actions": policy(document({ ...named, Action: ["sqs:SendMessage", "sqs:Get*"] })),
    "everything for the account that owns the queue": policy(
      document({ ...root, Resource: "arn:aws:sqs:eu-west-1:111122223333:queue" }),
    ),
    "a denial of everything": policy(document(tlsOnly)),
  },
  fail: {
    "everything for the account that owns the queue and for another": policy(
      document({
        ...root,
        Principal: { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] },
        Resource: "arn:aws:sqs:eu-west-1:111122223333:queue",
      }),
    ),
    "everything for nobody who is named": policy(
      document({ ...root, Principal: { AWS: [] }, Resource: "arn:aws:sqs:eu-west-1:111122223333:queue" }),
    ),
    "every action": policy(document(named)),
    "every action for another account": policy(
      document({ ...root, Resource: "arn:aws:sqs:eu-west-1:444455556666:queue" }),
    ),
    "every action for a role of the account": policy(
      document({
        ...{ ...root, Principal: { AWS: "arn:aws:iam::111122223333:role/app" } },
        Resource: "arn:aws:sqs:eu-west-1:111122223333:queue",
      }),
    ),
    "every action on queues, in another spelling": policy(document({ ...named, Action: ["SQS:*"] })),
    "all that is not left out": policy(
      document({ Effect: "Allow", Principal: "*", NotAction: "s3:*", Resource: "*" }),
    ),
  },
  unknown: {
    "a policy that is computed": policy(UNKNOWN),
    "actions that are computed": policy({ Statement: [{ ...named, Action: UNKNOWN }] }),
  },
  unset: { "a queue without a policy": ["notApplicable", { queue: aws("sqs/queue:Queue") }] },
  alias: { "a policy in the queue": { queue: aws("sqs/queue:Queue", { policy: document(named) }) } },
});
