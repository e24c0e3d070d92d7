import { aws, fixtures } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { open, publicFixtures } from "../../support/resource-policies";

const shared = publicFixtures("kms/keyPolicy:KeyPolicy", "kms/key:Key", { keyId: "k" });
const key = (type: string, Condition?: object) => ({
  key: aws(type, { policy: document({ ...open, ...(Condition && { Condition }) }) }),
});

fixtures("kms-key-policy-not-public", {
  ...shared,
  pass: {
    ...shared.pass,
    "callers of one account through a service": key("kms/key:Key", {
      StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
    }),
  },
  fail: {
    ...shared.fail,
    "everyone through a service": key("kms/key:Key", {
      StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
    }),
  },
  alias: {
    ...shared.alias,
    "a replica": key("kms/replicaKey:ReplicaKey"),
    "a key from outside": key("kms/externalKey:ExternalKey"),
    "a replica of a key from outside": key("kms/replicaExternalKey:ReplicaExternalKey"),
  },
});
