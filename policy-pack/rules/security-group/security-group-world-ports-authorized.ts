import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

interface Parameters {
  readonly tcpPorts: readonly number[];
  readonly udpPorts: readonly number[];
}

const port = { type: "integer" as const, minimum: 0, maximum: 65535 };

export const control = defineControl<Parameters>({
  id: "SG-04",
  name: "security-group-world-ports-authorized",
  title: "Security groups open only authorised ports to the internet",
  why: "Whatever is not meant to be public is a mistake when it is.",
  fix: "Narrow the rule to the authorised ports, or its source to the ranges that need it.",
  severity: "high",
  enforcement: "mandatory",
  profiles: {
    private: { severity: "critical", parameters: { tcpPorts: [], udpPorts: [] } },
  },
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  parameters: {
    tcpPorts: {
      type: "array",
      items: port,
      default: [80, 443],
      description: "TCP ports that may be public.",
    },
    udpPorts: { type: "array", items: port, default: [443], description: "UDP ports that may be public." },
  },
  ...worldExposure<Parameters>({
    refuses: ({ protocol, first, last }, { tcpPorts, udpPorts }) => {
      const allowed = new Set(protocol === "tcp" ? tcpPorts : udpPorts);
      const width = last - first + 1;
      return (
        width > allowed.size ||
        Array.from({ length: width }, (_, step) => first + step).some((each) => !allowed.has(each))
      );
    },
    required: text`only authorised ports may be`,
  }),
  references: {
    securityHub: ["EC2.18"],
    nist80053: ["AC-4", "AC-4(21)", "CM-7", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    cdkNag: ["AwsSolutions-EC23"],
    awsConfig: ["vpc-sg-open-only-to-authorized-ports"],
    prowler: ["ec2_securitygroup_allow_ingress_from_internet_to_any_port"],
    pulumi: ["CP:ec2-securitygroup-disallow-public-internet-ingress", "PB:security-group-strict"],
  },
});
