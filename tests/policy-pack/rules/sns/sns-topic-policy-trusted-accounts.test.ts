import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { document } from "../../support/policy-documents";
import { open } from "../../support/resource-policies";

const own = "111122223333";
const friend = "777788889999";
const other = "444455556666";
const Resource = `arn:aws:sns:eu-west-1:${own}:topic`;
const to = (account: string, rest: object = {}) => ({
  ...open,
  Resource,
  Principal: { AWS: account },
  ...rest,
});
const policy = (given: unknown) => ({
  policy: aws("sns/topicPolicy:TopicPolicy", { arn: Resource, policy: given }),
});

fixtures("sns-topic-policy-trusted-accounts", {
  pass: {
    "the own account": policy(document(to(`arn:aws:iam::${own}:root`))),
    "an account that is listed": policy(document(to(friend))),
    "a service": policy(document({ ...open, Resource, Principal: { Service: "cloudwatch.amazonaws.com" } })),
    "accounts of the organisation": policy(
      document(to(other, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } })),
    ),
  },
  fail: {
    "another account": policy(document(to(other))),
    "another account's role among others": policy(
      document(to(own), to(`arn:aws:iam::${other}:role/publisher`)),
    ),
    everyone: policy(document({ ...open, Resource })),
    "everyone of another account": policy(
      document({ ...open, Resource, Condition: { StringEquals: { "AWS:SourceOwner": other } } }),
    ),
  },
  unknown: {
    "a policy that is computed": policy(UNKNOWN),
    "an account where the own one is not known": policy({ Statement: [to(other, { Resource: UNKNOWN })] }),
  },
  unset: { "a topic without a policy": ["notApplicable", { topic: aws("sns/topic:Topic") }] },
  alias: { "a policy in the topic": { topic: aws("sns/topic:Topic", { policy: document(to(other)) }) } },
  settings: { properties: { trustedAccounts: [friend] } },
});
