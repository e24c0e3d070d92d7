import { LAUNCH_TEMPLATES } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { metadataNeedsTokens } from "../../shapes/metadata-tokens";

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-02",
  name: "launch-template-imdsv2",
  title: "Launch templates start instances that give metadata against a session token only (IMDSv2)",
  why: "Every instance of the group would give away its role's credentials to a forged request.",
  fix: 'Set metadataOptions.httpTokens of the aws.ec2.LaunchTemplate to "required".',
  severity: "high",
  enforcement: "mandatory",
  types: LAUNCH_TEMPLATES,
  ...metadataNeedsTokens(LAUNCH_TEMPLATES),
  references: {
    securityHub: ["EC2.170"],
    nist80053: ["AC-3", "AC-3(15)", "AC-3(7)", "AC-6"],
    wellArchitected: ["SEC06-BP02"],
    checkov: ["CKV_AWS_79"],
    awsConfig: ["ec2-launch-template-imdsv2-check"],
    prowler: ["ec2_launch_template_imdsv2_required"],
    trivy: ["AWS-0130"],
  },
});
