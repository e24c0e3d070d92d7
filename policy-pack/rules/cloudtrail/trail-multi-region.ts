import { defineControl } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { all, oneOf } from "../../shapes/property";
import { logsEvents, someTrail, TRAILS } from "../../shapes/trails";
import { text } from "../../verdict/text";

const judge = all(
  oneOf("isMultiRegionTrail", [true], false),
  oneOf("includeGlobalServiceEvents", [true], true),
  logsEvents(
    "management",
    text`the trail leaves out some management events; required: all reads and writes.`,
  ),
);
const absent = ownedExists(TRAILS, text`this stack owns the account's trail and does not have one.`);

export const control = defineControl<Owned>({
  id: "CT-01",
  name: "trail-multi-region",
  title: "A trail logs all management events of all Regions",
  why: "An intruder works where nobody looks, and reads before he writes.",
  fix: "Set isMultiRegionTrail on the aws.cloudtrail.Trail, and select all management events or leave the selectors out.",
  severity: "high",
  enforcement: "mandatory",
  types: TRAILS,
  parameters: owned("This stack owns the trail of the account: one must be there."),
  stack: (stack, context) => [...someTrail(judge)(stack), ...absent(stack, context)],
  references: {
    securityHub: ["CloudTrail.1"],
    cis3: ["3.1"],
    nist80053: ["AC-2(4)", "AU-2", "AU-3", "AU-6(3)", "AU-10", "AU-12", "AU-14(1)", "CA-7", "SI-4(20)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_67"],
    awsConfig: [
      "multi-region-cloud-trail-enabled",
      "cloudtrail-security-trail-enabled",
      "multi-region-cloudtrail-enabled",
      "cloudtrail-enabled",
    ],
    prowler: ["cloudtrail_multi_region_enabled", "cloudtrail_multi_region_enabled_logging_management_events"],
    trivy: ["AWS-0014"],
    pulumi: ["PB:cloudtrail-multi-region-enabled", "PB:cloudtrail-enabled"],
  },
});
