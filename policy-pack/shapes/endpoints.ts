import { VPCS } from "../aws/subnets";
import { tokens } from "../aws/tokens";
import { known } from "../reading/view";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, pass, undetermined } from "../verdict/outcome";
import { setting, text } from "../verdict/text";

const ENDPOINTS = tokens("ec2/vpcEndpoint:VpcEndpoint");

/** Whether the endpoint is an interface to the service, such as `ecr.api` for `com.amazonaws.eu-west-1.ecr.api`. */
function serves(endpoint: StackResource, service: string): boolean {
  const isInterface = known(endpoint.props.at("vpcEndpointType").string()) === "Interface";
  const name = known(endpoint.props.at("serviceName").string()) ?? "";
  return isInterface && name.replace(/^[a-z.]*amazonaws(\.com)?(\.cn)?\.[a-z0-9-]+\./, "") === service;
}

function mightServe(endpoint: StackResource): boolean {
  return ["vpcEndpointType", "serviceName"].some((name) => endpoint.props.at(name).isUnknown);
}

/** Each VPC of the stack has an interface endpoint for each service; one finding for each that is missing. */
export function endpointsExist(stack: StackIndex, services: readonly string[]): readonly Located[] {
  return stack.ofTypes(VPCS).flatMap((vpc) => {
    const own = stack.referrers(vpc, "vpcId", ENDPOINTS);
    const open = stack.openReferrer(vpc, "vpcId", ENDPOINTS) ?? own.find(mightServe);
    return services.map((service) => {
      if (own.some((endpoint) => serves(endpoint, service))) return located(vpc, pass);
      const missing = text`the VPC has no interface endpoint for ${setting(service)}.`;
      return located(vpc, open ? undetermined("", open.urn) : fail("", missing, service));
    });
  });
}
