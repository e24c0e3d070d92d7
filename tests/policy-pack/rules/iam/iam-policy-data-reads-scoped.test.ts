import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-data-reads-scoped", {
  pass: {
    "reading one bucket": managed(allow("s3:GetObject", "arn:aws:s3:::b/*")),
    "reading one secret": managed(
      allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:1:secret:app-*"),
    ),
    "listing everything": managed(allow(["s3:ListAllMyBuckets", "dynamodb:ListTables"])),
    "reading tagged parameters": managed(
      allow("ssm:GetParameter", "*", { StringEquals: { "aws:ResourceTag/app": "a" } }),
    ),
  },
  fail: {
    "athena:GetQueryResults alone": managed(allow("athena:GetQueryResults")),
    "dynamodb:BatchGetItem alone": managed(allow("dynamodb:BatchGetItem")),

    "reading every bucket": managed(allow("s3:Get*", "arn:aws:s3:::*")),
    "reading every secret of a Region": managed(
      allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:1:secret:*"),
    ),
    "reading every table": managed(allow(["dynamodb:Query"])),
  },
  ...identityFixtures(allow("dynamodb:Query")),
});
