import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { open, tlsOnly } from "../../support/resource-policies";

const named = { ...open, Principal: { AWS: "111122223333" } };
const policy = (given: unknown) => ({
  policy: aws("sqs/queuePolicy:QueuePolicy", { queueUrl: "q", policy: given }),
});

fixtures("sqs-queue-policy-named-actions", {
  pass: {
    "named actions": policy(document({ ...named, Action: ["sqs:SendMessage", "sqs:Get*"] })),
    "a denial of everything": policy(document(tlsOnly)),
  },
  fail: {
    "every action": policy(document(named)),
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
