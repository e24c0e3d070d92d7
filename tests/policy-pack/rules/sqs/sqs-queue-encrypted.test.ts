import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const queue = (props: object) => ({ queue: aws("sqs/queue:Queue", { ...props }) });

fixtures("sqs-queue-encrypted", {
  pass: {
    "SQS's own encryption": queue({ sqsManagedSseEnabled: true }),
    "a key": queue({ kmsMasterKeyId: "alias/queue" }),
    "a key that is computed, beside an encryption that is off": queue({
      kmsMasterKeyId: UNKNOWN,
      sqsManagedSseEnabled: false,
    }),
  },
  fail: {
    "no encryption": queue({ sqsManagedSseEnabled: false }),
    "no encryption and an empty key": queue({ sqsManagedSseEnabled: "false", kmsMasterKeyId: "" }),
  },
  unknown: { "an encryption that is computed": queue({ sqsManagedSseEnabled: UNKNOWN }) },
  unset: { "what AWS does by itself": ["pass", queue({})] },
  alias: { none: "one token" },
});
