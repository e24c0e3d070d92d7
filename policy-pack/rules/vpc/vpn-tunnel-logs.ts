import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { all, oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "VPC-22",
  name: "vpn-tunnel-logs",
  title: "Both tunnels of a site-to-site VPN log to CloudWatch",
  why: "Without tunnel logs a failed negotiation cannot be told from an attack.",
  fix: "Set cloudwatchLogOptions.logEnabled in tunnel1LogOptions and tunnel2LogOptions, with a log group.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("ec2/vpnConnection:VpnConnection"),
  resource: all(
    oneOf("tunnel1LogOptions.cloudwatchLogOptions.logEnabled", [true], false),
    oneOf("tunnel2LogOptions.cloudwatchLogOptions.logEnabled", [true], false),
  ),
  references: {
    securityHub: ["EC2.171"],
    nist80053: ["AU-2", "AU-12"],
    wellArchitected: ["SEC04-BP01"],
  },
});
