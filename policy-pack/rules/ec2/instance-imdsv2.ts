import { INSTANCES } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import type { AccountDefaultParameters } from "../../shapes/account-default";
import { metadataNeedsTokens } from "../../shapes/metadata-tokens";

export const control = defineControl<AccountDefaultParameters>({
  id: "EC2-01",
  name: "instance-imdsv2",
  title: "Instances give metadata against a session token only (IMDSv2)",
  why: "A server that can be talked into fetching an address gives away its role's credentials under IMDSv1.",
  fix: 'Set metadataOptions.httpTokens to "required", or metadataOptions.httpEndpoint to "disabled".',
  severity: "high",
  enforcement: "mandatory",
  types: INSTANCES,
  ...metadataNeedsTokens(INSTANCES),
  references: {
    securityHub: ["EC2.8"],
    cis3: ["5.6"],
    nist80053: ["AC-3", "AC-3(15)", "AC-3(7)", "AC-6"],
    wellArchitected: ["SEC06-BP02"],
    checkov: ["CKV_AWS_79"],
    cdkNag: ["EC2IMDSv2Enabled"],
    awsConfig: ["ec2-imdsv2-check"],
    prowler: ["ec2_instance_imdsv2_enabled"],
    trivy: ["AWS-0028"],
    pulumi: ["PB:ec2-imdsv2-required"],
  },
});
