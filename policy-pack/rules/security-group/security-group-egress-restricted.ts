import { SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { defineControl } from "../../registry/control";
import { worldExposure } from "../../shapes/world-exposure";
import { text } from "../../verdict/text";

interface Parameters {
  readonly ports: readonly number[];
}

export const control = defineControl<Parameters>({
  id: "SG-07",
  name: "security-group-egress-restricted",
  title: "Security groups do not open all ways out",
  why: "What cannot call out cannot send data away or fetch the second half of an attack.",
  fix: "Name the destinations or the ports that the workload calls.",
  severity: "low",
  enforcement: "disabled",
  profiles: {
    private: { enforcement: "advisory" },
  },
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  parameters: {
    ports: {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 65535 },
      default: [443],
      description: "Ports that may be called anywhere.",
    },
  },
  ...worldExposure<Parameters>({
    direction: "egress",
    refuses: ({ first, last }, { ports }) => first !== last || !ports.includes(first),
    required: text`only the configured ports may be, for traffic out`,
  }),
  references: {
    nist80053: ["AC-4", "SC-7", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_382"],
    trivy: ["AWS-0104"],
    pulumi: ["PB:security-group-default-deny", "PB:security-group-egress-restriction"],
  },
});
