import type { Tier } from "../core/placement";
import type { NatMode } from "./nat-mode";

/** What a rule of a network ACL speaks of: a tier's range, or everything. */
export type AclPeer = Tier | "anywhere";

/** One rule of a network ACL, before it is written for an IP version. */
export interface AclRule {
  /** What happens to traffic that matches. */
  readonly action: "allow" | "deny";
  /** Where it comes from, or goes to. */
  readonly peer: AclPeer;
  /** First port. */
  readonly fromPort: number;
  /** Last port. */
  readonly toPort: number;
}

/** A rule at its place in an ACL. */
export interface PlacedAclRule extends AclRule {
  /** Which of the rules of its action and peer it is, from zero. */
  readonly slot: number;
  /** Number by which AWS orders it, 100 to 9999. It does not depend on which other tiers there are. */
  readonly number: number;
}

/** Rules of a tier's network ACL, all of TCP, in the order in which AWS reads them. */
export interface TierAcl<Rule extends AclRule = PlacedAclRule> {
  /** Rules for what comes into the tier's subnets. */
  readonly ingress: readonly Rule[];
  /** Rules for what leaves them. */
  readonly egress: readonly Rule[];
}

/** What decides which rules the tiers need. */
export interface AclRequest {
  /** Tiers that the network has. */
  readonly tiers: readonly Tier[];
  /** How private tiers reach the internet. */
  readonly nat: NatMode;
  /** Ports on which data stores listen. */
  readonly dataPorts: readonly number[];
  /** Ports on which balancers answer the internet. */
  readonly balancerPorts: readonly number[];
}

const http = 80;
const https = 443;

/** Ports of remote administration. Sessions come through Systems Manager, so no ACL ever opens them. */
const administrationPorts = [22, 3389];

type PortRange = readonly [from: number, to: number];

/**
 * Ports that a client's kernel takes for the near end of a connection: Linux from 32768, Windows from 49152.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
const clientPorts: readonly PortRange[] = [[32768, 65535]];

/**
 * Ports that load balancers and NAT gateways take for the near end of a connection, and clients on the internet too:
 * from 1024, without 3389. A connection that draws just that one is refused, and the next one draws another.
 */
const gatewayPorts: readonly PortRange[] = [
  [1024, 3388],
  [3390, 65535],
];

const single = (ports: readonly number[]): readonly PortRange[] => ports.map((port) => [port, port]);

const web: readonly PortRange[] = [
  [http, http],
  [https, https],
];

const allow = (peer: AclPeer, ranges: readonly PortRange[]): readonly AclRule[] =>
  ranges.map(([fromPort, toPort]) => ({ action: "allow", peer, fromPort, toPort }));

const closed: readonly AclRule[] = administrationPorts.map((port) => ({
  action: "deny",
  peer: "anywhere",
  fromPort: port,
  toPort: port,
}));

/** Whether NAT gateways stand in subnets of the public tier, so that its ACL sees what they carry. */
const passesPublicTier = (nat: NatMode): boolean => nat === "single" || nat === "per-zone";

/**
 * Rules of one tier's network ACL: what the tier needs, the way back included, and nothing else.
 *
 * An ACL keeps no state, so that each connection needs a rule on the way there and one on the way back. DNS, time and
 * instance metadata of the VPC pass every ACL and need none. Rules speak of tiers, not of subnets: adding a zone
 * changes none.
 */
export function tierAcl(tier: Tier, request: AclRequest): TierAcl {
  const { ingress, egress } = needs[tier](request);
  const present = (rule: AclRule): boolean => rule.peer === "anywhere" || request.tiers.includes(rule.peer);
  return { ingress: placed([...closed, ...ingress.filter(present)]), egress: placed(egress.filter(present)) };
}

/** First number of the rules of each peer. What is denied is read before all that is allowed. */
const firstNumber: Readonly<Record<"denied" | AclPeer, number>> = {
  denied: 100,
  public: 1000,
  app: 2000,
  data: 3000,
  endpoints: 4000,
  anywhere: 5000,
};
const numberStep = 10;

function placed(rules: readonly AclRule[]): readonly PlacedAclRule[] {
  const groupOf = ({ action, peer }: AclRule): keyof typeof firstNumber =>
    action === "deny" ? "denied" : peer;
  return rules
    .map((rule) => {
      const slot = rules.filter((other) => groupOf(other) === groupOf(rule)).indexOf(rule);
      return { ...rule, slot, number: firstNumber[groupOf(rule)] + slot * numberStep };
    })
    .sort((one, other) => one.number - other.number);
}

const needs: Readonly<Record<Tier, (request: AclRequest) => TierAcl<AclRule>>> = {
  public: publicNeeds,
  app: appNeeds,
  data: dataNeeds,
  endpoints: endpointsNeeds,
};

/** Balancers answer the internet and ask the app tier; zonal NAT gateways carry what the app tier asks of the internet. */
function publicNeeds({ nat, balancerPorts }: AclRequest): TierAcl<AclRule> {
  const answersToNat = passesPublicTier(nat) ? allow("anywhere", gatewayPorts) : [];
  const asksOfNat = passesPublicTier(nat) ? allow("anywhere", web) : [];
  return {
    ingress: [...allow("anywhere", single(balancerPorts)), ...allow("app", gatewayPorts), ...answersToNat],
    egress: [...allow("app", web), ...allow("anywhere", gatewayPorts), ...asksOfNat],
  };
}

/**
 * Services answer balancers and each other, and ask data stores, endpoints and the internet over HTTPS, or HTTP for
 * certificate revocation. Answers come from anywhere, since gateway endpoints lead to public addresses.
 */
function appNeeds({ dataPorts }: AclRequest): TierAcl<AclRule> {
  return {
    ingress: [
      ...allow("public", web),
      ...allow("public", gatewayPorts),
      ...allow("app", web),
      ...allow("app", gatewayPorts),
      ...allow("anywhere", clientPorts),
    ],
    egress: [
      ...allow("anywhere", web),
      ...allow("public", gatewayPorts),
      ...allow("app", gatewayPorts),
      ...allow("data", single(dataPorts)),
    ],
  };
}

/** Data stores answer the app tier and each other, and ask nobody else. */
function dataNeeds({ dataPorts }: AclRequest): TierAcl<AclRule> {
  const listening = single(dataPorts);
  return {
    ingress: [...allow("app", listening), ...allow("data", listening), ...allow("data", clientPorts)],
    egress: [...allow("app", clientPorts), ...allow("data", listening), ...allow("data", clientPorts)],
  };
}

/** Endpoints answer the app tier over HTTPS. */
function endpointsNeeds(): TierAcl<AclRule> {
  return {
    ingress: allow("app", [[https, https]]),
    egress: allow("app", clientPorts),
  };
}
