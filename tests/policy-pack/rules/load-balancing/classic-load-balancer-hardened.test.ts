import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const CERTIFICATE = "arn:aws:acm:eu-west-1:111122223333:certificate/x";
const https = (props: object = {}) => ({
  ...{ lbPort: 443, lbProtocol: "HTTPS", instancePort: 443, instanceProtocol: "HTTPS" },
  ...{ sslCertificateId: CERTIFICATE, ...props },
});
const GOOD = {
  ...{ listeners: [https()], connectionDraining: true, availabilityZones: ["eu-west-1a", "eu-west-1b"] },
  ...{ accessLogs: { bucket: "logs" }, healthCheck: { target: "HTTPS:443/health" } },
};
const balancer = (props: object = {}) => ({
  balancer: aws("elb/loadBalancer:LoadBalancer", { ...GOOD, ...props }),
});
const attributes = (...on: readonly string[]) => on.map((name) => ({ name, value: "true" }));
const reference = (value: string) => [{ name: "Reference-Security-Policy", value }];
const policy = (policyAttributes: unknown) => ({
  policy: aws("elb/loadBalancerPolicy:LoadBalancerPolicy", {
    ...{ loadBalancerName: ref("balancer"), policyName: "tls", policyTypeName: "SSLNegotiationPolicyType" },
    policyAttributes,
  }),
});
const STRONG = policy(reference("ELBSecurityPolicy-TLS-1-2-2017-01"));
const without = (name: string) => ({
  balancer: aws(
    "elb/loadBalancer:LoadBalancer",
    Object.fromEntries(Object.entries(GOOD).filter(([property]) => property !== name)),
  ),
});

fixtures("classic-load-balancer-hardened", {
  pass: {
    "a load balancer in the strictest mode": {
      ...balancer({ desyncMitigationMode: "strictest" }),
      ...STRONG,
    },
    "a load balancer that ends TLS": {
      ...balancer({ listeners: [https({ lbProtocol: "SSL" })] }),
      ...STRONG,
    },
    "a load balancer in two subnets": {
      ...without("availabilityZones"),
      balancer: aws("elb/loadBalancer:LoadBalancer", {
        ...Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== "availabilityZones")),
        subnets: ["subnet-1", "subnet-2"],
      }),
      ...STRONG,
    },
    "a load balancer with all of it": { ...balancer(), ...STRONG },
    "a load balancer with what AWS has by default, in words": {
      ...balancer({ crossZoneLoadBalancing: true, desyncMitigationMode: "defensive" }),
      ...STRONG,
    },
    "a load balancer with a policy of its own": {
      ...balancer(),
      negotiation: aws("elb/sslNegotiationPolicy:SslNegotiationPolicy", {
        loadBalancer: ref("balancer"),
        attributes: attributes("Protocol-TLSv1.2", "Server-Defined-Cipher-Order"),
      }),
    },
    "a load balancer with a certificate of the stack": {
      certificate: aws("acm/certificate:Certificate"),
      ...balancer({ listeners: [https({ sslCertificateId: ref("certificate") })] }),
      ...STRONG,
    },
  },
  fail: {
    "a policy of its own with SSL 3": {
      ...balancer(),
      negotiation: aws("elb/sslNegotiationPolicy:SslNegotiationPolicy", {
        loadBalancer: ref("balancer"),
        attributes: attributes("Protocol-SSLv3", "Protocol-TLSv1.2", "Server-Defined-Cipher-Order"),
      }),
    },
    "a policy of its own with TLS 1.1": {
      ...balancer(),
      negotiation: aws("elb/sslNegotiationPolicy:SslNegotiationPolicy", {
        loadBalancer: ref("balancer"),
        attributes: attributes("Protocol-TLSv1.1", "Protocol-TLSv1.2", "Server-Defined-Cipher-Order"),
      }),
    },

    "a listener of HTTP": balancer({ listeners: [{ lbPort: 80, lbProtocol: "HTTP" }] }),
    "no policy of TLS": balancer(),
    "a policy with TLS 1.0": { ...balancer(), ...policy(reference("ELBSecurityPolicy-2016-08")) },
    "a policy of its own with TLS 1.0": {
      ...balancer(),
      ...policy(attributes("Protocol-TLSv1", "Protocol-TLSv1.2")),
    },
    "a certificate that was uploaded": {
      ...balancer({
        listeners: [https({ sslCertificateId: "arn:aws:iam::111122223333:server-certificate/x" })],
      }),
      ...STRONG,
    },
    "one zone": { ...balancer({ availabilityZones: ["eu-west-1a"] }), ...STRONG },
    "no draining": { ...balancer({ connectionDraining: false }), ...STRONG },
    "targets of one zone only": { ...balancer({ crossZoneLoadBalancing: false }), ...STRONG },
    "a mode that only watches": { ...balancer({ desyncMitigationMode: "monitor" }), ...STRONG },
    "logs that are off": { ...balancer({ accessLogs: { bucket: "logs", enabled: false } }), ...STRONG },
  },
  unknown: {
    "a load balancer beside a policy that cannot be joined": {
      ...balancer(),
      policy: aws("elb/loadBalancerPolicy:LoadBalancerPolicy", {
        ...{ loadBalancerName: UNKNOWN, policyName: "tls", policyTypeName: "SSLNegotiationPolicyType" },
        policyAttributes: reference("ELBSecurityPolicy-TLS-1-2-2017-01"),
      }),
    },
    "a load balancer beside a negotiation that cannot be joined": {
      ...balancer(),
      negotiation: aws("elb/sslNegotiationPolicy:SslNegotiationPolicy", {
        loadBalancer: UNKNOWN,
        attributes: attributes("Protocol-TLSv1.2", "Server-Defined-Cipher-Order"),
      }),
    },

    "listeners that are computed": { ...balancer({ listeners: UNKNOWN }), ...STRONG },
    "a protocol that is computed": {
      ...balancer({ listeners: [https({ lbProtocol: UNKNOWN })] }),
      ...STRONG,
    },
    "a certificate that is computed": {
      ...balancer({ listeners: [https({ sslCertificateId: UNKNOWN })] }),
      ...STRONG,
    },
    "a policy that is computed": { ...balancer(), ...policy(reference(UNKNOWN)) },
    "zones that are computed": { ...balancer({ availabilityZones: UNKNOWN }), ...STRONG },
  },
  unset: {
    "a load balancer that does not drain": ["fail", { ...without("connectionDraining"), ...STRONG }],
    "a load balancer without logs": ["fail", { ...without("accessLogs"), ...STRONG }],
    "a load balancer without a check": ["fail", { ...without("healthCheck"), ...STRONG }],
  },
  alias: {
    "a load balancer by its former name": {
      balancer: aws("elasticloadbalancing/loadBalancer:LoadBalancer", { ...GOOD, connectionDraining: false }),
      ...STRONG,
    },
  },
});
