import type { PublicTags } from "../../aws/declared-public";
import {
  internetRoutes,
  isDeclaredPublic,
  publicTagsParameter,
  ROUTE_TABLES,
  subnetsOf,
} from "../../aws/subnets";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters {
  readonly publicTags: PublicTags;
}

function judge(stack: StackIndex, table: StackResource, publicTags: PublicTags): Outcome {
  const [route] = internetRoutes(stack, table);
  if (!route) return pass;
  const subnets = subnetsOf(stack, table);
  const hidden = subnets.find((subnet) => !isDeclaredPublic(subnet, publicTags));
  if (hidden) {
    const name = setting(hidden.name);
    return fail(
      route.place,
      text`the route opens subnet ${name}, which is not declared public, to the internet.`,
      hidden.name,
    );
  }
  if (subnets.length > 0) return pass;
  const isMain = table.type.includes("defaultRouteTable");
  const main = text`the main route table, which every subnet without one of its own uses, leads to an internet gateway.`;
  return isMain ? fail(route.place, main) : notApplicable("No subnet of this stack uses the route table");
}

export const control = defineControl<Parameters>({
  id: "VPC-08",
  name: "route-internet-gateway-public-only",
  title: "Only subnets that are declared public have an open route to an internet gateway",
  why: "One route makes a private subnet public without touching anything in it.",
  fix: "Route private subnets through a NAT gateway or endpoints, or declare the subnet public by tag or mapPublicIpOnLaunch.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: ROUTE_TABLES,
  parameters: { publicTags: publicTagsParameter },
  stack: (stack, { parameters }) =>
    stack.ofTypes(ROUTE_TABLES).map((table) => located(table, judge(stack, table, parameters.publicTags))),
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV2_AWS_35"],
    cdkNag: ["VPCNoUnrestrictedRouteToIGW"],
    awsConfig: ["no-unrestricted-route-to-igw"],
    pulumi: ["PB:vpc-route-table-internet-gateway-restricted"],
  },
});
