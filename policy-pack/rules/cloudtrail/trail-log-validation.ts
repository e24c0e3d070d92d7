import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { TRAILS } from "../../shapes/trails";

export const control = defineControl({
  id: "CT-03",
  name: "trail-log-validation",
  title: "Trails sign their log files",
  why: "Without signed digests nobody can prove that a log file was not changed or removed.",
  fix: "Set enableLogFileValidation on the aws.cloudtrail.Trail.",
  severity: "medium",
  enforcement: "advisory",
  types: TRAILS,
  resource: oneOf("enableLogFileValidation", [true], false),
  references: {
    securityHub: ["CloudTrail.4"],
    cis3: ["3.2"],
    nist80053: ["AU-9", "SI-4", "SI-7(1)", "SI-7(3)", "SI-7(7)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_36"],
    cdkNag: ["CloudTrailLogFileValidationEnabled"],
    awsConfig: ["cloud-trail-log-file-validation-enabled"],
    prowler: ["cloudtrail_log_file_validation_enabled"],
    trivy: ["AWS-0016"],
    pulumi: ["PB:cloudtrail-log-file-validation-enabled"],
  },
});
