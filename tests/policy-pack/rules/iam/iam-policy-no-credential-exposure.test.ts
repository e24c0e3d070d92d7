import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-no-credential-exposure", {
  pass: {
    "taking a named role": managed(allow("sts:AssumeRole", "arn:aws:iam::1:role/deploy")),
    "signing in to ECR": managed(allow("ecr:GetAuthorizationToken")),
    "keys of oneself": managed(allow("iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")),
    "other actions on everything": managed(allow("iam:Get*")),
  },
  fail: {
    "cognito-idp:DescribeUserPoolClient alone": managed(allow("cognito-idp:DescribeUserPoolClient")),
    "ec2-instance-connect:SendSSHPublicKey alone": managed(allow("ec2-instance-connect:SendSSHPublicKey")),

    "taking any role": managed(allow("sts:AssumeRole")),
    "taking any role of an account": managed(allow("sts:Assume*", "arn:aws:iam::1:role/*")),
    "keys of anyone": managed(allow(["iam:ListUsers", "iam:CreateAccessKey"], "arn:aws:iam::*:user/*")),
  },
  ...identityFixtures(allow("sts:AssumeRole")),
});
