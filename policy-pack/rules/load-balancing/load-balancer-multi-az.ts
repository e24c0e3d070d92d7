import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl, located } from "../../registry/control";
import { leastZonesParameter, spansZones } from "../../shapes/zones";

interface Parameters {
  readonly leastZones: number;
}

export const control = defineControl<Parameters>({
  id: "LB-10",
  name: "load-balancer-multi-az",
  title: "Load balancers are in several zones",
  why: "A load balancer in one zone goes down with it, however many zones the targets are in.",
  fix: "Give subnets or subnetMappings subnets of at least two zones.",
  severity: "medium",
  enforcement: "advisory",
  types: LOAD_BALANCERS,
  parameters: { leastZones: leastZonesParameter },
  stack: (stack, { parameters }) =>
    stack.ofTypes(LOAD_BALANCERS).map((balancer) =>
      located(
        balancer,
        spansZones(stack, balancer, {
          properties: ["subnets", "subnetMappings"],
          least: parameters.leastZones,
        }),
      ),
    ),
  references: {
    securityHub: ["ELB.13"],
    nist80053: ["CP-10", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL10-BP01", "REL02-BP01"],
    awsConfig: ["elbv2-multiple-az"],
    prowler: ["elbv2_is_in_multiple_az"],
    pulumi: ["PB:lb-multi-az"],
  },
});
