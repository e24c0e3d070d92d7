import { aws, fixtures } from "../../support/fixtures";
import { attachmentFixtures } from "../../support/policy-documents";

const attachment = (policyArn: string) => ({
  attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn }),
});

fixtures("iam-no-aws-managed-policies", {
  ...attachmentFixtures("arn:aws:iam::aws:policy/ReadOnlyAccess"),
  pass: {
    "a policy made for a service": attachment(
      "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    ),
    "a policy that is allowed": attachment("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"),
    "a policy of one's own": attachment("arn:aws:iam::111122223333:policy/app"),
  },
  settings: { properties: { allowedPolicies: ["ViewOnlyAccess"] } },
});
