import { internetRoutes, ROUTE_TABLES, SUBNETS, subnetsOf, VPCS } from "../../aws/subnets";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judgeVpcs(stack: StackIndex): readonly Located[] {
  const tables = stack.ofTypes(ROUTE_TABLES).filter((table) => internetRoutes(stack, table).length > 0);
  const exposed = new Set(tables.flatMap((table) => subnetsOf(stack, table)));
  return stack.ofTypes(VPCS).map((vpc) => {
    const subnets = stack.referrers(vpc, "vpcId", SUBNETS);
    const open = subnets.filter((subnet) => exposed.has(subnet));
    if (open.length === 0) return located(vpc, notApplicable("No subnet has a route to an internet gateway"));
    const all = text`all ${open.length} subnets have a route to an internet gateway; required: private ones beside them.`;
    return located(vpc, open.length < subnets.length ? pass : fail("", all));
  });
}

export const control = defineControl({
  id: "VPC-07",
  name: "vpc-public-private-separated",
  title: "A VPC with public subnets has private ones too",
  why: "Where every subnet is public, every workload is.",
  fix: "Put workloads into subnets whose route table has no route to the internet gateway.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    private: { severity: "medium", enforcement: "mandatory" },
  },
  types: VPCS,
  stack: judgeVpcs,
  references: {
    nist80053: ["SC-7"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["vpc_subnet_separate_private_public"],
  },
});
