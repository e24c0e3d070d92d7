import { AwsError } from "../aws-error";
import { digest, fingerprintNumber } from "../identity";
import type { WireObject } from "../wire";
import {
  choiceRule,
  existing,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Creation,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { IN_SUBNET, IN_VPC, USES_SECURITY_GROUP } from "./references";

const elb = (resource: (created: Created) => string): ((creation: Creation) => string) => {
  const arn = regionalArn("elasticloadbalancing", resource);
  return (creation) => arn({ ...creation, id: "" });
};

const own = ({ urn, generation }: Creation): string => digest(`${urn}#${generation}`, 16);

/** What follows the kind in the ARN of something that belongs to a balancer. */
const below = (creation: Creation, parentArn: string): string =>
  `${parentArn.split("/").slice(1).join("/")}/${own(creation)}`;

const balancerArn = elb((created) => `loadbalancer/app/${textOf(created.inputs.name)}/${own(created)}`);
const groupArn = elb((created) => `targetgroup/${textOf(created.inputs.name)}/${own(created)}`);
const listenerArn = elb((created) => `listener/${below(created, textOf(created.inputs.loadBalancerArn))}`);
const ruleArn = elb((created) => `listener-rule/${below(created, textOf(created.inputs.listenerArn))}`);
const storeArn = elb((created) => `truststore/${textOf(created.inputs.name)}/${own(created)}`);

/** Source: the names of CreateLoadBalancer, CreateTargetGroup and CreateTrustStore. */
const NAME: InputRule = textRule({
  property: "name",
  code: "ValidationError",
  pattern: /^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/,
  requires: "must be 1 to 32 letters, digits or hyphens, none at either end, and not begin with internal-",
});

const OF_BALANCER: Reference = {
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  missing: "LoadBalancerNotFound",
};
const OF_LISTENER: Reference = { types: ["aws:lb/listener:Listener"], missing: "ListenerNotFound" };

/** Load balancers take names of up to 32 characters. */
const AUTONAME = { property: "name", maxLength: 32 };

function refuseOneZone({ inputs, world }: Created): void {
  const ids = Array.isArray(inputs.subnets) ? inputs.subnets : [];
  const zones = new Set(
    existing(world, "aws:ec2/subnet:Subnet")
      .filter(({ id }) => ids.includes(id))
      .map(({ attributes }) => attributes.availabilityZone),
  );
  if (ids.length > 0 && zones.size < 2) {
    throw new AwsError("ValidationError", `the subnets lie in ${zones.size} zone; at least two are required`);
  }
}

function nextPriority({ world, type, inputs }: Created): number {
  const taken = existing(world, type)
    .filter(({ attributes }) => attributes.listenerArn === inputs.listenerArn)
    .map(({ attributes }) => Number(attributes.priority ?? 0));
  return Math.max(0, ...taken) + 1;
}

/** Defaults of the provider's schema. */
const BALANCER_DEFAULTS: WireObject = {
  clientKeepAlive: 3600,
  desyncMitigationMode: "defensive",
  dropInvalidHeaderFields: false,
  enableCrossZoneLoadBalancing: false,
  enableDeletionProtection: false,
  enableHttp2: true,
  enableTlsVersionAndCipherSuiteHeaders: false,
  enableWafFailOpen: false,
  enableXffClientPort: false,
  enableZonalShift: false,
  idleTimeout: 60,
  loadBalancerType: "application",
  preserveHostHeader: false,
  xffHeaderProcessingMode: "append",
};

/** Application Load Balancers. */
export const LOAD_BALANCING_TYPES: ResourceTypes = {
  "aws:lb/loadBalancer:LoadBalancer": {
    id: balancerArn,
    arn: (created) => balancerArn(created),
    autoname: AUTONAME,
    defaults: BALANCER_DEFAULTS,
    computed: (created) => ({
      arnSuffix: balancerArn(created).split("loadbalancer/")[1] ?? "",
      dnsName: `${textOf(created.inputs.name)}-${fingerprintNumber(created.urn)}.${created.settings.region}.elb.amazonaws.com`,
      zoneId: "Z32O12XQLNTSW2",
    }),
    forceNew: ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
    references: { subnets: IN_SUBNET, securityGroups: USES_SECURITY_GROUP },
    rules: [
      NAME,
      choiceRule("desyncMitigationMode", "ValidationError", ["monitor", "defensive", "strictest"]),
    ],
    refuse: (created) => {
      unique(["name"], "DuplicateLoadBalancerName")(created);
      refuseOneZone(created);
    },
  },
  "aws:lb/targetGroup:TargetGroup": {
    id: groupArn,
    arn: (created) => groupArn(created),
    autoname: AUTONAME,
    defaults: { deregistrationDelay: 300, slowStart: 0, targetType: "instance" },
    computed: (created) => ({
      arnSuffix: groupArn(created).split(":").at(-1) ?? "",
      loadBalancerArns: [],
    }),
    forceNew: [
      "ipAddressType",
      "name",
      "namePrefix",
      "port",
      "protocol",
      "protocolVersion",
      "targetControlPort",
      "targetType",
      "vpcId",
    ],
    references: { vpcId: IN_VPC },
    rules: [
      NAME,
      choiceRule("targetType", "ValidationError", ["instance", "ip", "lambda", "alb"]),
      {
        property: "deregistrationDelay",
        code: "ValidationError",
        requires: "must be 0 to 3600 seconds",
        holds: (value) => Number(value) >= 0 && Number(value) <= 3600,
      },
    ],
    refuse: unique(["name"], "DuplicateTargetGroupName"),
  },
  "aws:lb/listener:Listener": {
    id: listenerArn,
    arn: (created) => listenerArn(created),
    forceNew: ["loadBalancerArn"],
    references: { loadBalancerArn: OF_BALANCER },
    rules: [choiceRule("protocol", "ValidationError", ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"])],
    refuse: unique(["loadBalancerArn", "port"], "DuplicateListener"),
  },
  "aws:lb/listenerCertificate:ListenerCertificate": {
    id: ({ inputs }) => `${textOf(inputs.listenerArn)}_${textOf(inputs.certificateArn)}`,
    forceNew: ["certificateArn", "listenerArn"],
    references: {
      listenerArn: OF_LISTENER,
      certificateArn: { types: ["aws:acm/certificate:Certificate"], missing: "CertificateNotFound" },
    },
    refuse: unique(["listenerArn", "certificateArn"], "DuplicateCertificate"),
  },
  "aws:lb/listenerRule:ListenerRule": {
    id: ruleArn,
    arn: (created) => ruleArn(created),
    computed: (created) => ({ priority: nextPriority(created) }),
    forceNew: ["listenerArn"],
    references: { listenerArn: OF_LISTENER },
    refuse: (created) => {
      if (textOf(created.inputs.priority) !== "")
        unique(["listenerArn", "priority"], "PriorityInUse")(created);
    },
  },
  "aws:lb/trustStore:TrustStore": {
    id: storeArn,
    arn: (created) => storeArn(created),
    autoname: AUTONAME,
    computed: (created) => ({ arnSuffix: storeArn(created).split(":").at(-1) ?? "" }),
    forceNew: ["name", "namePrefix"],
    rules: [NAME],
    refuse: unique(["name"], "DuplicateTrustStoreName"),
  },
};
