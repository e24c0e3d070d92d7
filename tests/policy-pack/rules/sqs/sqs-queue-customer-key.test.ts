import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const queue = (props: object) => ({ queue: aws("sqs/queue:Queue", { ...props }) });

fixtures("sqs-queue-customer-key", {
  pass: {
    "a key": queue({ kmsMasterKeyId: "alias/queue" }),
    "a key that is computed": queue({ kmsMasterKeyId: UNKNOWN }),
  },
  fail: {
    "the key that AWS keeps": queue({ kmsMasterKeyId: "alias/aws/sqs" }),
    "the same by its ARN": queue({ kmsMasterKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/sqs" }),
  },
  unknown: { none: "a key that is not known yet is a key" },
  unset: { "no key": ["fail", queue({ sqsManagedSseEnabled: true })] },
  alias: { none: "one token" },
});
