import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "VPC-23",
  name: "vpn-tunnels-up",
  title: "Both tunnels of a site-to-site VPN are up",
  why: "With one tunnel down, the next maintenance takes the connection away.",
  fix: "Repair the tunnel; nothing in a program can.",
  severity: "medium",
  enforcement: "advisory",
  references: {
    securityHub: ["EC2.20"],
    nist80053: ["CP-10"],
    wellArchitected: ["REL02-BP02"],
    awsConfig: ["vpc-vpn-2-tunnels-up"],
    prowler: ["vpc_vpn_connection_tunnels_up"],
  },
  checkedBy:
    "The state of a tunnel exists at run time only: AWS Config rule vpc-vpn-2-tunnels-up, Security Hub EC2.20, or an alarm on the TunnelState metric.",
};
