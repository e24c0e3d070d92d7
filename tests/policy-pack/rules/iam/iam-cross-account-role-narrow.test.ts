import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { allow, document, trust, trusted } from "../../support/policy-documents";

const own = "111122223333";
const friend = "777788889999";
const other = { AWS: "arn:aws:iam::444455556666:root" };
// The second principal is in the own account only where the control's list says so.
const foreign = document(trust(other), trust({ AWS: friend }));
const all = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const attachment = (policyArn: unknown) =>
  aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: ref("role"), policyArn });

fixtures("iam-cross-account-role-narrow", {
  pass: {
    "another account with little": {
      ...trusted(foreign),
      policy: aws("iam/rolePolicy:RolePolicy", {
        role: ref("role"),
        policy: document(allow("s3:GetObject", "arn:aws:s3:::b/*")),
      }),
    },
    "a trusted account that reads everything": {
      ...trusted(document(trust({ AWS: friend }))),
      attachment: attachment(all),
    },
    "a service that reads everything": {
      ...trusted(document(trust({ Service: "ec2.amazonaws.com" }))),
      attachment: attachment(all),
    },
  },
  fail: {
    "everyone with AWS's policy for administrators": {
      ...trusted(document(trust("*"))),
      attachment: attachment("arn:aws:iam::aws:policy/AdministratorAccess"),
    },
    "everyone with AWS's policy for power users": {
      ...trusted(document(trust("*"))),
      attachment: attachment("arn:aws:iam::aws:policy/PowerUserAccess"),
    },
    "everyone by an attachment that several share": {
      ...trusted(document(trust("*"))),
      attachment: aws("iam/policyAttachment:PolicyAttachment", { roles: [ref("role")], policyArn: all }),
    },
    "everyone with a policy that the role names": {
      policy: aws("iam/policy:Policy", { policy: document(allow("*")) }),
      ...trusted(document(trust("*")), { managedPolicyArns: [ref("policy")] }),
    },
    "everyone with a policy of the role's own": {
      ...trusted(document(trust("*"))),
      policy: aws("iam/rolePolicy:RolePolicy", { role: ref("role"), policy: document(allow("*")) }),
    },
    "everyone who reads everything": { ...trusted(document(trust("*"))), attachment: attachment(all) },
    "everyone with rights of one's own over everything": {
      ...trusted(document(trust("*"))),
      policy: aws("iam/policy:Policy", { policy: document(allow("*")) }),
      attachment: attachment(ref("policy")),
    },
    "everyone with rights inline": trusted(document(trust("*")), {
      inlinePolicies: [{ policy: document(allow("*")) }],
    }),
  },
  unknown: {
    "an account where the own one is not known": { ...trusted(foreign), attachment: attachment(all) },
    "a trust that is computed": { ...trusted(UNKNOWN), attachment: attachment(all) },
    "rights that are computed": { ...trusted(document(trust("*"))), attachment: attachment(UNKNOWN) },
  },
  unset: { "a role without rights": ["pass", trusted(foreign)] },
  alias: { none: "one token" },
  settings: { properties: { trustedAccounts: [own, friend] } },
});
