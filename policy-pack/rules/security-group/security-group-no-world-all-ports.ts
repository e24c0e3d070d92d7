import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SG-05",
  name: "security-group-no-world-all-ports",
  title: "Security groups do not open all ports to the internet",
  why: "Nothing then stands between the internet and the machine.",
  fix: "Name the ports and the protocol that the service needs.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  ...worldExposure({
    refuses: ({ first, last }) => first <= 1 && last === 65_535,
    required: text`all ports at once must not be`,
  }),
  references: {
    nist80053: ["AC-4", "CM-7", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_277"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_all_ports"],
  },
});
