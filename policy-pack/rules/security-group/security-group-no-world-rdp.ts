import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SG-02",
  name: "security-group-no-world-rdp",
  title: "Security groups do not open Remote Desktop to the internet",
  why: "Port 3389 is a usual way in for ransomware.",
  fix: "Use Session Manager or Fleet Manager instead, or name the ranges that need port 3389.",
  severity: "high",
  enforcement: "mandatory",
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  ...worldExposure({
    refuses: ({ first, last }) => first <= 3389 && 3389 <= last,
    required: text`port 3389 must not be`,
  }),
  references: {
    securityHub: ["EC2.14"],
    cis3: ["5.2", "5.3"],
    nist80053: ["AC-4", "AC-4(21)", "CM-7", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_25"],
    cdkNag: ["EC2RestrictedCommonPorts"],
    awsConfig: ["restricted-common-ports"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
      "ec2_instance_port_rdp_exposed_to_internet",
    ],
    trivy: ["AWS-0107"],
    pulumi: ["PB:security-group-ssh-rdp"],
  },
});
