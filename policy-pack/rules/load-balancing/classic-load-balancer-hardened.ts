import { hasStrongPolicy } from "../../aws/classic-tls";
import { CLASSIC_LOAD_BALANCERS } from "../../aws/load-balancers";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located, type Subject } from "../../registry/control";
import { fromAcm } from "../../shapes/certificate";
import { inTurn } from "../../shapes/condition";
import { oneOf, present } from "../../shapes/property";
import { leastZonesParameter, spansZones } from "../../shapes/zones";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly leastZones: number;
}

const ENCRYPTED = ["HTTPS", "SSL"];

const SETTINGS = [
  oneOf("connectionDraining", [true], false),
  oneOf("crossZoneLoadBalancing", [true], true),
  oneOf("desyncMitigationMode", ["defensive", "strictest"], "defensive"),
  inTurn(present("accessLogs.bucket"), oneOf("accessLogs.enabled", [true], true)),
  present("healthCheck"),
];

function protocolOf(listener: View): string | undefined {
  return known(listener.at("lbProtocol").string())?.toUpperCase();
}

function judgeListener(listener: View): Outcome {
  const place = listener.at("lbProtocol");
  if (place.isUnknown) return undetermined(place);
  return ENCRYPTED.includes(protocolOf(listener) ?? "")
    ? pass
    : fail(place, text`the listener does not encrypt; required: HTTPS or SSL.`, place.path);
}

function judge(subject: Subject): readonly Outcome[] {
  const listeners = subject.props.at("listeners");
  return [
    ...SETTINGS.map((check) => check(subject)),
    ...(listeners.isUnknown ? [undetermined(listeners)] : listeners.items().map(judgeListener)),
  ].filter(({ verdict }) => verdict !== "pass");
}

function judgeTls(stack: StackIndex, balancer: StackResource): readonly Outcome[] {
  const listeners = balancer.props.at("listeners").items();
  const encrypted = listeners.filter((listener) => ENCRYPTED.includes(protocolOf(listener) ?? ""));
  if (encrypted.length === 0) return [];
  const strong = hasStrongPolicy(stack, balancer);
  const weak = text`no policy of the load balancer admits TLS 1.2 only; required: ELBSecurityPolicy-TLS-1-2-2017-01.`;
  return [
    ...encrypted.map((listener) => fromAcm(stack, balancer, "listeners", listener.at("sslCertificateId"))),
    strong === undefined ? undetermined("listeners") : strong ? pass : fail("listeners", weak, "tls-policy"),
  ];
}

function* judgeAll(stack: StackIndex, leastZones: number): Iterable<Located> {
  const spread = { properties: ["subnets", "availabilityZones"], least: leastZones };
  for (const balancer of stack.ofTypes(CLASSIC_LOAD_BALANCERS)) {
    for (const outcome of [spansZones(stack, balancer, spread), ...judgeTls(stack, balancer)])
      yield located(balancer, outcome);
  }
}

export const control = defineControl<Parameters>({
  id: "LB-20",
  name: "classic-load-balancer-hardened",
  title: "Where a classic load balancer is used, it encrypts, logs, drains, checks and spans zones",
  why: "The first generation leaves to each user what the second does by itself.",
  fix: "Move to aws.lb.LoadBalancer, or set what the message names.",
  severity: "medium",
  enforcement: "advisory",
  types: CLASSIC_LOAD_BALANCERS,
  parameters: { leastZones: leastZonesParameter },
  resource: judge,
  stack: (stack, { parameters }) => judgeAll(stack, parameters.leastZones),
  references: {
    securityHub: ["ELB.2", "ELB.3", "ELB.7", "ELB.8", "ELB.9", "ELB.10", "ELB.14"],
    nist80053: [
      "AC-17(2)",
      "AC-4(21)",
      "AU-12",
      "CM-2",
      "CP-10",
      "SC-12",
      "SC-13",
      "SC-23",
      "SC-36",
      "SC-8",
      "SC-8(1)",
    ],
    wellArchitected: ["SEC09-BP01", "SEC09-BP02", "SEC04-BP01", "REL10-BP01"],
    checkov: ["CKV_AWS_92", "CKV_AWS_127", "CKV_AWS_138", "CKV_AWS_213", "CKV_AWS_376"],
    cdkNag: [
      "AwsSolutions-ELB3",
      "AwsSolutions-ELB4",
      "AwsSolutions-ELB5",
      "ELBACMCertificateRequired",
      "ELBTlsHttpsListenersOnly",
      "ELBCrossZoneLoadBalancingEnabled",
    ],
    awsConfig: [
      "elb-acm-certificate-required",
      "elb-tls-https-listeners-only",
      "elb-cross-zone-load-balancing-enabled",
      "clb-multiple-az",
      "clb-desync-mode-check",
      "elb-predefined-security-policy-ssl-check",
      "elb-custom-security-policy-ssl-check",
    ],
    prowler: [
      "elb_ssl_listeners",
      "elb_connection_draining_enabled",
      "elb_cross_zone_load_balancing_enabled",
      "elb_is_in_multiple_az",
      "elb_desync_mitigation_mode",
      "elb_logging_enabled",
      "elb_insecure_ssl_ciphers",
      "elb_ssl_listeners_use_acm_certificate",
    ],
    trivy: ["AWS-0047", "AWS-0054"],
    pulumi: [
      "CP:elb-loadbalancer-disallow-unencrypted-traffic",
      "CP:elb-loadbalancer-configure-multi-availability-zone",
      "CP:elb-loadbalancer-enable-health-check",
      "PB:elb-disallow-unencrypted-traffic",
      "CP:elb-loadbalancer-configure-access-logging",
    ],
  },
});
