import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (fromPort: unknown) =>
  aws("ec2/securityGroup:SecurityGroup", {
    ingress: [{ protocol: "tcp", fromPort, toPort: fromPort, cidrBlocks: ["0.0.0.0/0"] }],
  });
const balancer = aws("lb/loadBalancer:LoadBalancer", { securityGroups: [ref("group")] });
const listener = (defaultActions: readonly object[]) =>
  aws("lb/listener:Listener", {
    loadBalancerArn: ref("balancer"),
    port: 80,
    defaultActions: [...defaultActions],
  });
const redirect = [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }];

fixtures("security-group-plain-http", {
  pass: {
    "a group that opens the port below": { group: group(79) },
    "a group that opens the port above": { group: group(81) },
    "a group of a balancer that redirects after it has looked": {
      group: group(80),
      balancer,
      listener: listener([{ type: "authenticate-oidc" }, ...redirect]),
    },
    "a group that opens HTTPS": { group: group(443) },
    "a group of a balancer that redirects": { group: group(80), balancer, listener: listener(redirect) },
    "a group of a balancer of the older module that redirects": {
      group: group(80),
      balancer: { ...balancer, type: "aws:alb/loadBalancer:LoadBalancer" },
      listener: { ...listener(redirect), type: "aws:alb/listener:Listener" },
    },
  },
  fail: {
    "a group of two balancers of which one forwards": {
      group: group(80),
      balancer,
      listener: listener(redirect),
      second: balancer,
      forwarding: aws("lb/listener:Listener", {
        loadBalancerArn: ref("second"),
        port: 80,
        defaultActions: [{ type: "forward" }],
      }),
    },
    "a group that opens HTTP to nobody's listener": { group: group(80) },
    "a group of a balancer that forwards": {
      group: group(80),
      balancer,
      listener: listener([{ type: "forward", targetGroupArn: UNKNOWN }]),
    },
  },
  unknown: { "a group whose port is computed": { group: group(UNKNOWN) } },
  unset: { "a group without rules": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }] },
  alias: {
    "a default group that opens HTTP": {
      group: { ...group(80), type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
    },
  },
});
