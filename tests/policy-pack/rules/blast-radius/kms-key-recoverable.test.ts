import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const ROOT = { AWS: "arn:aws:iam::111122223333:root" };
const text = (...Statement: readonly object[]) => JSON.stringify({ Statement });
const allow = { Effect: "Allow", Principal: ROOT, Action: "kms:*", Resource: "*" };
const key = (policy: unknown = null) => ({ key: aws("kms/key:Key", { policy }) });

fixtures("kms-key-recoverable", {
  pass: {
    "a key that a service and the account administer": key(
      text({ ...allow, Principal: { ...ROOT, Service: "logs.eu-west-1.amazonaws.com" } }),
    ),
    "a key whose policy alone may be changed": key(text({ ...allow, Action: "kms:PutKeyPolicy" })),
    "a key that the account administers": key(text(allow)),
    "a key that a role may put a policy on": key(
      text({ ...allow, Principal: { AWS: "arn:aws:iam::111122223333:role/keys" }, Action: "kms:Put*" }),
    ),
    "a key of somebody who is computed": key({ Statement: [{ ...allow, Principal: { AWS: UNKNOWN } }] }),
  },
  fail: {
    "a key of a canonical user": key(text({ ...allow, Principal: { CanonicalUser: "a".repeat(64) } })),
    "a key that the account may only use": key(text({ ...allow, Action: ["kms:Decrypt", "kms:Describe*"] })),
    "a key that only a service may change": key(
      text({ ...allow, Principal: { Service: "logs.eu-west-1.amazonaws.com" } }),
    ),
    "a key whose change is denied": key(text({ ...allow, Effect: "Deny" })),
  },
  unknown: {
    "a policy that is computed": key(UNKNOWN),
    "actions that are computed": key({ Statement: [{ ...allow, Action: UNKNOWN }] }),
  },
  unset: { "a key without a policy": ["notApplicable", key()] },
  alias: {
    "a policy of its own": {
      policy: aws("kms/keyPolicy:KeyPolicy", {
        keyId: "k",
        policy: text({ ...allow, Action: "kms:Decrypt" }),
      }),
    },
  },
});
