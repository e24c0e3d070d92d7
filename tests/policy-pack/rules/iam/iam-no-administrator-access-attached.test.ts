import { aws, fixtures, ref } from "../../support/fixtures";
import { attachmentFixtures } from "../../support/policy-documents";

fixtures("iam-no-administrator-access-attached", {
  ...attachmentFixtures("arn:aws:iam::aws:policy/AdministratorAccess"),
  pass: {
    "another policy of AWS": {
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
        policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      }),
    },
    "a policy of one's own with that name": {
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
        policyArn: "arn:aws:iam::111122223333:policy/AdministratorAccess",
      }),
    },
    "a policy of the program, whose ARN is not known yet": {
      policy: aws("iam/policy:Policy", { policy: "{}" }),
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: ref("policy") }),
    },
  },
});
