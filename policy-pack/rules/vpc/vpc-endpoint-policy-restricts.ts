import { tokens } from "../../aws/tokens";
import { isPublic } from "../../policy-documents/exposure";
import { isOnEverything } from "../../policy-documents/rights";
import type { Statement } from "../../policy-documents/statement";
import { and, type Truth } from "../../reading/truth";
import { defineControl, type Located, located } from "../../registry/control";
import { known } from "../../reading/view";
import { judgeStatements } from "../../shapes/refused-statements";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ENDPOINTS = tokens("ec2/vpcEndpoint:VpcEndpoint");
const POLICIES = tokens("ec2/vpcEndpointPolicy:VpcEndpointPolicy");

/** Conditions that draw a border around who asks, or around what is asked for. */
const BORDERS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
]);

const REQUIRED = text`a statement allows every principal on every resource; required: a condition or named resources.`;

function isOpen(statement: Statement, document: readonly Statement[]): Truth {
  return and(isPublic(statement, document, BORDERS), isOnEverything(statement.resources));
}

function judgeUnset(stack: StackIndex): readonly Located[] {
  const unset = stack.ofTypes(ENDPOINTS).filter(({ props }) => props.at("policy").isAbsent);
  return unset.map((endpoint) => {
    if (known(endpoint.props.at("vpcEndpointType").string()) === "GatewayLoadBalancer") {
      return located(endpoint, notApplicable("Endpoints of a gateway load balancer take no policy"));
    }
    const separate = stack.referrers(endpoint, "vpcEndpointId", POLICIES).length > 0;
    const open = stack.openReferrer(endpoint, "vpcEndpointId", POLICIES);
    const missing = fail("policy", text`"policy" is not set, so the endpoint has the open default.`);
    if (separate) return located(endpoint, notApplicable("Its policy is a resource of its own"));
    return located(endpoint, open ? undetermined("policy", open.urn) : missing);
  });
}

export const control = defineControl({
  id: "VPC-16",
  name: "vpc-endpoint-policy-restricts",
  title: "Policies of VPC endpoints are limited to trusted principals or named resources",
  why: "The open default lets a stolen key of any account carry data out through your endpoint.",
  fix: "Set policy with a condition on aws:PrincipalOrgID, aws:PrincipalAccount or aws:ResourceAccount, or name resources.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    private: { enforcement: "mandatory" },
  },
  types: [...ENDPOINTS, ...POLICIES],
  resource: ({ props }) => {
    const policy = props.at("policy");
    return policy.isAbsent
      ? notApplicable("Judged with the policies of the stack")
      : judgeStatements(policy, isOpen, REQUIRED);
  },
  stack: judgeUnset,
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP07"],
    prowler: ["vpc_endpoint_connections_trust_boundaries"],
    pulumi: ["PB:vpc-endpoint-security-policy"],
  },
});
