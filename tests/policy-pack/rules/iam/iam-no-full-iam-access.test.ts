import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { allow, attachmentFixtures, document, managed } from "../../support/policy-documents";

const attached = attachmentFixtures("arn:aws:iam::aws:policy/IAMFullAccess");

fixtures("iam-no-full-iam-access", {
  ...attached,
  pass: {
    "named actions": managed(allow(["iam:Get*", "iam:PassRole"])),
    "all of IAM on one role": managed(allow("iam:*", "arn:aws:iam::1:role/app")),
    "another policy of AWS": {
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
        policyArn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess",
      }),
    },
  },
  fail: {
    ...attached.fail,
    "all of IAM": managed(allow("iam:*")),
    everything: managed(allow("*")),
    "all of IAM in a role": {
      role: aws("iam/role:Role", { inlinePolicies: [{ policy: document(allow("iam:*")) }] }),
    },
  },
  unknown: {
    ...attached.unknown,
    "a document that is computed": { policy: aws("iam/policy:Policy", { policy: UNKNOWN }) },
  },
});
