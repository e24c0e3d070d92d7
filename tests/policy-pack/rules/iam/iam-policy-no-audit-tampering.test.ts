import { fixtures } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";

fixtures("iam-policy-no-audit-tampering", {
  pass: {
    "reading trails": managed(allow(["cloudtrail:Get*", "cloudtrail:LookupEvents"])),
    "one trail": managed(allow("cloudtrail:UpdateTrail", "arn:aws:cloudtrail:eu-west-1:1:trail/t")),
  },
  fail: {
    "access-analyzer:DeleteAnalyzer alone": managed(allow("access-analyzer:DeleteAnalyzer")),
    "cloudtrail:DeleteEventDataStore alone": managed(allow("cloudtrail:DeleteEventDataStore")),

    "all of the service": managed(allow("cloudtrail:*")),
    "stopping every trail": managed(allow("cloudtrail:StopLogging", "arn:aws:cloudtrail:*:1:trail/*")),
    "stopping the recorder": managed(allow("config:Stop*")),
    "deleting a detector": managed(allow(["guardduty:Get*", "guardduty:DeleteDetector"])),
  },
  ...identityFixtures(allow("cloudtrail:StopLogging")),
});
