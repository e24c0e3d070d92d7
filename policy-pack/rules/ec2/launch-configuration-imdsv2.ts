import { LAUNCH_CONFIGURATIONS } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { metadataNeedsTokens } from "../../shapes/metadata-tokens";

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-03",
  name: "launch-configuration-imdsv2",
  title: "Launch configurations start instances that give metadata against a session token only (IMDSv2)",
  why: "Every instance of the group would give away its role's credentials to a forged request.",
  fix: 'Set metadataOptions.httpTokens to "required", or better, replace the launch configuration by a launch template.',
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_CONFIGURATIONS,
  ...metadataNeedsTokens(LAUNCH_CONFIGURATIONS),
  references: {
    securityHub: ["AutoScaling.3"],
    nist80053: ["AC-3", "AC-3(15)", "AC-3(7)", "AC-6", "CA-9(1)", "CM-2"],
    wellArchitected: ["SEC06-BP02"],
    checkov: ["CKV_AWS_79"],
    awsConfig: ["autoscaling-launchconfig-requires-imdsv2"],
    prowler: ["autoscaling_group_launch_configuration_requires_imdsv2"],
    trivy: ["AWS-0130"],
  },
});
