import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const secret = (props: object) => ({ secret: aws("secretsmanager/secret:Secret", { ...props }) });
const kmsKeyId = UNKNOWN;

fixtures("secret-customer-key", {
  pass: {
    "a key that is computed": secret({ kmsKeyId }),
    "a replica with a key": secret({
      kmsKeyId,
      replicas: [{ region: "eu-central-1", kmsKeyId: "alias/own" }],
    }),
  },
  fail: {
    "the key that AWS keeps": secret({ kmsKeyId: "alias/aws/secretsmanager" }),
    "a replica without": secret({ kmsKeyId, replicas: [{ region: "eu-central-1" }] }),
  },
  unknown: { "replicas that are computed": secret({ kmsKeyId, replicas: UNKNOWN }) },
  unset: { "no key": ["fail", secret({})] },
  alias: { none: "one token" },
});
