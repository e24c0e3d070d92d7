import { hasPublicTag, type PublicTags } from "../../aws/declared-public";
import { publicTagsParameter, SUBNETS } from "../../aws/subnets";
import { defineControl } from "../../registry/control";
import { all, oneOf } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

interface Parameters {
  readonly publicTags: PublicTags;
  readonly ipv6: boolean;
}

export const control = defineControl<Parameters>({
  id: "VPC-05",
  name: "subnet-no-public-ip",
  title: "Subnets do not hand out public addresses, unless they are declared public",
  why: "An instance with a public address is one open group away from the internet, and nobody asked for it.",
  fix: "Set mapPublicIpOnLaunch and assignIpv6AddressOnCreation to false, or tag the subnet as public.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory", parameters: { publicTags: {} } },
  },
  types: SUBNETS,
  parameters: {
    publicTags: publicTagsParameter,
    ipv6: {
      type: "boolean",
      default: true,
      description:
        "Ask the same of IPv6 addresses; set to false where an egress-only gateway keeps them private.",
    },
  },
  resource: (subject, { parameters }) => {
    if (hasPublicTag(subject.props, parameters.publicTags))
      return notApplicable("The subnet is declared public");
    const ipv4 = oneOf("mapPublicIpOnLaunch", [false], false);
    const ipv6 = oneOf("assignIpv6AddressOnCreation", [false], false);
    return all(...(parameters.ipv6 ? [ipv4, ipv6] : [ipv4]))(subject);
  },
  references: {
    securityHub: ["EC2.15"],
    nist80053: ["AC-4", "AC-6", "SC-7", "SC-7(3)", "SC-7(4)", "SC-7(11)"],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_130"],
    cdkNag: ["VPCSubnetAutoAssignPublicIpDisabled"],
    awsConfig: ["subnet-auto-assign-public-ip-disabled"],
    prowler: ["vpc_subnet_no_public_ip_by_default"],
    trivy: ["AWS-0164"],
    pulumi: ["PB:vpc-subnet-auto-assign-public-ip-disabled"],
  },
});
