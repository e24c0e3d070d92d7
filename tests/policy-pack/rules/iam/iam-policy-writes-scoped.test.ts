import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-writes-scoped", {
  pass: {
    "writing one table": managed(allow("dynamodb:PutItem", "arn:aws:dynamodb:eu-west-1:1:table/t")),
    "reading every table": managed(allow("dynamodb:GetItem")),
    "what knows no resource": managed(allow("cloudwatch:PutMetricData")),
  },
  fail: {
    "writing every table": managed(allow("dynamodb:Put*", "arn:aws:dynamodb:eu-west-1:1:table/*")),
    "deleting every queue": managed(allow("sqs:DeleteQueue")),
  },
  ...identityFixtures(allow("dynamodb:PutItem")),
});
