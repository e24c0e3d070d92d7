import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SG-01",
  name: "security-group-no-world-ssh",
  title: "Security groups do not open SSH to the internet",
  why: "Port 22 is searched for and tried all day long.",
  fix: "Use Session Manager instead of SSH, or name the ranges that need port 22.",
  severity: "high",
  enforcement: "mandatory",
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  ...worldExposure({
    refuses: ({ protocol, first, last }) => protocol === "tcp" && first <= 22 && 22 <= last,
    required: text`port 22 must not be`,
  }),
  references: {
    securityHub: ["EC2.13"],
    cis3: ["5.2", "5.3"],
    nist80053: ["AC-4", "AC-4(21)", "CM-7", "SC-7", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_24"],
    cdkNag: ["EC2RestrictedSSH"],
    awsConfig: ["restricted-ssh", "incoming-ssh-disabled"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
      "ec2_instance_port_ssh_exposed_to_internet",
    ],
    trivy: ["AWS-0107"],
    pulumi: ["PB:security-group-ssh-rdp"],
  },
});
