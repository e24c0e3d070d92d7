import { rulesOf, SECURITY_GROUPS, SEPARATE_RULES } from "../../aws/security-group-rules";
import { contains, coversWorld, isPrivate, parseRange, prefixLength, type Range } from "../../cidr/range";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { range as shownRange, text } from "../../verdict/text";
import type { View } from "../../reading/view";

interface Parameters {
  readonly allowedRanges: readonly string[];
  readonly widestIpv4: number;
  readonly widestIpv6: number;
}

const FULL = { 4: 32, 6: 128 } as const;

function isRefused(range: Range, { allowedRanges, widestIpv4, widestIpv6 }: Parameters): boolean {
  const allowed = allowedRanges.flatMap((text) => parseRange(text) ?? []);
  if (isPrivate(range) || coversWorld([range]) || allowed.some((outer) => contains(outer, range)))
    return false;
  const length = prefixLength(range);
  return length < (range.family === 4 ? widestIpv4 : widestIpv6) || length === FULL[range.family];
}

function judge(block: View, parameters: Parameters): Outcome {
  if (block.isUnknown) return undetermined(block);
  const range = parseRange(known(block.string()) ?? "");
  if (!range || !isRefused(range, parameters)) return pass;
  const shown = shownRange(range);
  return fail(
    block,
    text`${shown} is public and either very wide or a single address; required: a listed range.`,
    shown,
  );
}

export const control = defineControl<Parameters>({
  id: "SG-06",
  name: "security-group-no-wide-public-range",
  title:
    "Security groups admit neither very wide public ranges nor single public addresses that nobody listed",
  why: "Half the internet is not a customer, and a lone address is somebody's desk that will move.",
  fix: "Narrow the range, admit a security group or prefix list, or list the range under allowedRanges.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: [...SECURITY_GROUPS, ...SEPARATE_RULES],
  parameters: {
    allowedRanges: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Public ranges that may be admitted.",
    },
    widestIpv4: {
      type: "integer",
      minimum: 1,
      maximum: 32,
      default: 24,
      description: "Shortest prefix of a public IPv4 range.",
    },
    widestIpv6: {
      type: "integer",
      minimum: 1,
      maximum: 128,
      default: 48,
      description: "Shortest prefix of a public IPv6 range.",
    },
  },
  resource: ({ type, props }, { parameters }) => {
    const blocks = rulesOf(type, props, "ingress").flatMap((rule) => rule.blocks);
    return blocks.map((block) => judge(block, parameters)).filter(({ verdict }) => verdict !== "pass");
  },
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    prowler: [
      "ec2_securitygroup_allow_wide_open_public_ipv4",
      "ec2_securitygroup_allow_ingress_from_internet_to_any_port_from_ip",
    ],
  },
});
