import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

const ENDPOINTS = tokens("ec2clientvpn/endpoint:Endpoint");
const RULES = tokens("ec2clientvpn/authorizationRule:AuthorizationRule");
const isLogged = oneOf("connectionLogOptions.enabled", [true]);
const isForGroup = oneOf("authorizeAllGroups", [false], false);

export const control = defineControl({
  id: "VPC-25",
  name: "client-vpn-restricted",
  title: "Client VPN endpoints log connections and authorise groups, not everyone",
  why: "A VPN is a door for people; who came in must be known, and not everyone belongs everywhere.",
  fix: "Set connectionLogOptions.enabled to true, and accessGroupId instead of authorizeAllGroups.",
  severity: "low",
  enforcement: "advisory",
  types: [...ENDPOINTS, ...RULES],
  resource: (subject) => (ENDPOINTS.includes(subject.type) ? isLogged(subject) : isForGroup(subject)),
  references: {
    securityHub: ["EC2.51"],
    nist80053: ["AC-2(12)", "AU-2", "AU-12"],
    wellArchitected: ["SEC04-BP01"],
    awsConfig: ["ec2-client-vpn-not-authorize-all"],
    prowler: ["ec2_client_vpn_endpoint_connection_logging_enabled"],
    pulumi: ["PB:ec2-clientvpn-connection-logging"],
  },
});
