import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-resources-scoped", {
  pass: {
    "an action with its resource": managed(allow("s3:GetObject", "arn:aws:s3:::b/*")),
    "actions that know no resource": managed(
      allow([
        "ecr:GetAuthorizationToken",
        "ec2:DescribeInstances",
        "cloudwatch:PutMetricData",
        "xray:PutTraceSegments",
      ]),
    ),
    "an action under a condition on the resource": managed(
      allow("ecs:RunTask", "*", { ArnEquals: { "ecs:cluster": "arn:aws:ecs:eu-west-1:1:cluster/c" } }),
    ),
    "a service that the catalogue does not know": managed(allow("unheard:Of")),
  },
  fail: {
    "an action that knows resources": managed(allow("s3:GetObject")),
    "one such action among others": managed(allow(["ec2:DescribeInstances", "sqs:Send*"])),
    "an action from a network": managed(
      allow("s3:GetObject", "*", { StringEquals: { "aws:SourceVpc": "vpc-1" } }),
    ),
    "all but some": managed({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
  },
  ...identityFixtures(allow("s3:GetObject")),
});
