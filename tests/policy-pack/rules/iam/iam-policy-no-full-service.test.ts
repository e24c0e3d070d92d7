import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-no-full-service", {
  pass: {
    "named actions": managed(allow(["s3:Get*", "s3:PutObject"])),
    "a denial of a service": managed({ ...allow("s3:*"), Effect: "Deny" }),
  },
  fail: {
    "a service": managed(allow("s3:*")),
    "a service on one resource": managed(allow("sqs:*", "arn:aws:sqs:eu-west-1:1:q")),
    "a service in capitals, among others": managed(allow(["ec2:RunInstances", "S3:*"])),
    everything: managed(allow("*", "arn:aws:s3:::b")),
    "all that is not left out": managed({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
  },
  ...identityFixtures(allow("s3:*")),
});
