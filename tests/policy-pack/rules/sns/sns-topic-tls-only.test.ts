import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { open, tlsOnly } from "../../support/resource-policies";

const owner = (props: object = {}) => aws("sns/topic:Topic", { ...props });
const policy = (given: unknown, at: unknown = ref("owner")) =>
  aws("sns/topicPolicy:TopicPolicy", { arn: at, policy: given });

fixtures("sns-topic-tls-only", {
  pass: {
    "a denial in the resource": { owner: owner({ policy: document(tlsOnly) }) },
    "a denial of the one action": {
      owner: owner({ policy: document({ ...tlsOnly, Action: "SNS:Publish" }) }),
    },
    "a denial in a policy of its own": { owner: owner(), policy: policy(document(open, tlsOnly)) },
    "a denial whose resource is not known": {
      owner: owner(),
      policy: policy({ Statement: [{ ...tlsOnly, Resource: UNKNOWN }] }),
    },
  },
  fail: {
    "a policy without a denial": { owner: owner(), policy: policy(document(open)) },
    "a denial of one account's": {
      owner: owner({ policy: document({ ...tlsOnly, Principal: { AWS: "111122223333" } }) }),
    },
    "a denial of what comes over TLS": {
      owner: owner({
        policy: document({ ...tlsOnly, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      }),
    },
    "a denial of other actions": {
      owner: owner({ policy: document({ ...tlsOnly, Action: "sqs:DeleteQueue" }) }),
    },
    "a denial under one more condition": {
      owner: owner({
        policy: document({
          ...tlsOnly,
          Condition: { ...tlsOnly.Condition, StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        }),
      }),
    },
    "a denial in the policy of another": { owner: owner(), policy: policy(document(tlsOnly), "other") },
  },
  unknown: {
    "a policy that is computed": { owner: owner(), policy: policy(UNKNOWN) },
    "a policy that cannot be joined": { owner: owner(), policy: policy(document(tlsOnly), UNKNOWN) },
  },
  unset: { "no policy": ["fail", { owner: owner() }] },
  alias: { none: "one token" },
});
