import { tokens } from "../../aws/tokens";
import type { Subject } from "../../registry/control";
import { defineControl } from "../../registry/control";
import { all, oneOf } from "../../shapes/property";
import { known } from "../../reading/view";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const SERVICES = tokens("ec2/vpcEndpointService:VpcEndpointService");
const ALLOWED = tokens("ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple");

function named(property: string): (subject: Subject) => Outcome {
  return ({ props }) => {
    const place = props.at(property);
    const everyone = [place, ...place.items()].find((each) => known(each.string()) === "*");
    if (everyone) return fail(everyone, text`every principal is allowed; required: ARNs.`);
    const unknown = place.firstUnknown();
    return unknown ? undetermined(unknown) : pass;
  };
}

export const control = defineControl({
  id: "VPC-18",
  name: "vpc-endpoint-service-acceptance",
  title: "Endpoint services accept connections by hand and from named principals",
  why: "Otherwise any AWS account can connect to the service.",
  fix: "Set acceptanceRequired to true and allowedPrincipals to the ARNs of the consumers.",
  severity: "medium",
  enforcement: "advisory",
  types: [...SERVICES, ...ALLOWED],
  resource: (subject) =>
    SERVICES.includes(subject.type)
      ? all(oneOf("acceptanceRequired", [true]), named("allowedPrincipals"))(subject)
      : named("principalArn")(subject),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_123"],
    prowler: ["vpc_endpoint_services_allowed_principals_trust_boundaries"],
  },
});
