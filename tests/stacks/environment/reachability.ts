import { contains, overlaps, parseCidr } from "../../../infra/core/cidr";
import { text } from "../../simulator/text";
import type { SimulatedResource, Simulation } from "../../../simulator/mocks";

type Inputs = SimulatedResource["inputs"];

/** Something with network interfaces in subnets, guarded by security groups. */
export interface Standing {
  /** Type and name of what stands there. */
  readonly what: string;
  /** Subnets, by id. */
  readonly subnets: readonly string[];
  /** Security groups, by id. */
  readonly groups: readonly string[];
  /** Whether it has, or is given, a public address. */
  readonly isPublic: boolean;
}

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

const record = (value: unknown): Inputs =>
  // Inputs of a simulation are plain JSON.
  (typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}) as Inputs;

const first = (value: unknown): Inputs => record(Array.isArray(value) ? value[0] : value);

/** Everything of an environment that has network interfaces. {@link unseen} says what is not thought of here. */
export function standing(simulation: Simulation): readonly Standing[] {
  return [
    ...balancers(simulation),
    ...services(simulation),
    ...fleets(simulation),
    ...databases(simulation),
    ...caches(simulation),
    ...endpoints(simulation),
    ...restored(simulation),
  ];
}

const label = ({ type, name }: SimulatedResource): string => `${type.split(":").at(-1) ?? ""} ${name}`;

function balancers(simulation: Simulation): readonly Standing[] {
  return simulation.ofType("aws:lb/loadBalancer:LoadBalancer").map((balancer) => ({
    what: label(balancer),
    subnets: strings(balancer.inputs.subnets),
    groups: strings(balancer.inputs.securityGroups),
    isPublic: balancer.inputs.internal !== true,
  }));
}

function services(simulation: Simulation): readonly Standing[] {
  return simulation.ofType("aws:ecs/service:Service").map((service) => {
    const network = first(service.inputs.networkConfiguration);
    return {
      what: label(service),
      subnets: strings(network.subnets),
      groups: strings(network.securityGroups),
      isPublic: network.assignPublicIp === true,
    };
  });
}

function fleets(simulation: Simulation): readonly Standing[] {
  const templates = simulation.ofType("aws:ec2/launchTemplate:LaunchTemplate");
  return simulation.ofType("aws:autoscaling/group:Group").map((group) => {
    const used = JSON.stringify(group.inputs);
    const template = templates.find(({ id }) => used.includes(id));
    const face = first(template?.inputs.networkInterfaces);
    return {
      what: label(group),
      subnets: strings(group.inputs.vpcZoneIdentifiers),
      groups: [...strings(face.securityGroups), ...strings(template?.inputs.vpcSecurityGroupIds)],
      isPublic: [true, "true"].includes(face.associatePublicIpAddress as boolean),
    };
  });
}

function databases(simulation: Simulation): readonly Standing[] {
  const subnets = new Map(
    simulation
      .ofType("aws:rds/subnetGroup:SubnetGroup")
      .map(({ inputs }) => [inputs.name, strings(inputs.subnetIds)]),
  );
  const clusters = simulation.ofType("aws:rds/cluster:Cluster");
  const members = simulation.ofType("aws:rds/clusterInstance:ClusterInstance").map((member) => {
    const cluster = clusters.find(({ id }) => id === member.inputs.clusterIdentifier)?.inputs ?? {};
    return { resource: member, guarded: cluster };
  });
  const instances = simulation
    .ofType("aws:rds/instance:Instance")
    .map((instance) => ({ resource: instance, guarded: instance.inputs }));
  return [...members, ...instances].map(({ resource, guarded }) => ({
    what: label(resource),
    subnets: subnets.get(guarded.dbSubnetGroupName) ?? [],
    groups: strings(guarded.vpcSecurityGroupIds),
    isPublic: resource.inputs.publiclyAccessible === true,
  }));
}

function caches(simulation: Simulation): readonly Standing[] {
  const subnets = new Map(
    simulation
      .ofType("aws:elasticache/subnetGroup:SubnetGroup")
      .map(({ inputs }) => [inputs.name, strings(inputs.subnetIds)]),
  );
  return simulation.ofType("aws:elasticache/replicationGroup:ReplicationGroup").map((cache) => ({
    what: label(cache),
    subnets: subnets.get(cache.inputs.subnetGroupName) ?? [],
    groups: strings(cache.inputs.securityGroupIds),
    isPublic: false,
  }));
}

function endpoints(simulation: Simulation): readonly Standing[] {
  return simulation
    .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
    .filter(({ inputs }) => inputs.vpcEndpointType === "Interface")
    .map((endpoint) => ({
      what: label(endpoint),
      subnets: strings(endpoint.inputs.subnetIds),
      groups: strings(endpoint.inputs.securityGroupIds),
      isPublic: false,
    }));
}

/** What AWS Backup brings back to try it stands where its selection says. */
function restored(simulation: Simulation): readonly Standing[] {
  const groups = simulation.ofType("aws:ec2/securityGroup:SecurityGroup").map(({ id }) => id);
  const subnets = new Map(
    simulation
      .ofType("aws:rds/subnetGroup:SubnetGroup")
      .map(({ inputs }) => [inputs.name, strings(inputs.subnetIds)]),
  );
  return simulation
    .ofType("aws:backup/restoreTestingSelection:RestoreTestingSelection")
    .map((selection) => {
      const { vpcSecurityGroupIds, securityGroupIds, subnetId, dbSubnetGroupName } = record(
        selection.inputs.restoreMetadataOverrides,
      );
      // Backup takes lists as text.
      const guarding = text(vpcSecurityGroupIds ?? securityGroupIds ?? "");
      return {
        what: label(selection),
        subnets: subnets.get(dbSubnetGroupName) ?? (subnetId === undefined ? [] : [text(subnetId)]),
        groups: groups.filter((group) => guarding.includes(`"${group}"`)),
        isPublic: false,
      };
    })
    .filter((thing) => thing.subnets.length + thing.groups.length > 0);
}

/** Types that speak of subnets and put nothing of ours there that listens. */
const plumbing: ReadonlySet<string> = new Set([
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/networkAcl:NetworkAcl",
  "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
]);

/** Types that {@link standing} takes its things from. */
const seen: ReadonlySet<string> = new Set([
  "aws:autoscaling/group:Group",
  "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:ecs/service:Service",
  "aws:elasticache/subnetGroup:SubnetGroup",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:rds/subnetGroup:SubnetGroup",
]);

/** What stands in a subnet and is of no kind that is thought of here, and security groups that guard nothing of those kinds. */
export function unseen(simulation: Simulation): readonly string[] {
  const subnets = simulation.ofType("aws:ec2/subnet:Subnet").map(({ id }) => id);
  const placed = simulation
    .resources()
    .filter(({ type }) => type.startsWith("aws:") && !plumbing.has(type) && !seen.has(type))
    .filter(({ inputs }) => subnets.some((subnet) => JSON.stringify(inputs).includes(`"${subnet}"`)));
  const guarding = new Set(standing(simulation).flatMap(({ groups }) => groups));
  const idle = simulation.ofType("aws:ec2/securityGroup:SecurityGroup").filter(({ id }) => !guarding.has(id));
  return [...placed, ...idle].map(label);
}

/** The ways by which a connection from the internet gets to something; each has to be open for it to come about. */
export interface Openness {
  /** It has a public address. */
  readonly address: boolean;
  /** One of its subnets has a route to the internet gateway, by which answers leave. */
  readonly route: boolean;
  /** TCP ports that its security groups open to the internet. */
  readonly ports: readonly (readonly [number, number])[];
  /** The network ACL of one of its subnets lets one of those ports in. */
  readonly acl: boolean;
}

const world = parseCidr("0.0.0.0/0");
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map(parseCidr);

/** Whether a range holds an address of the internet. */
function isPublicRange(cidr: unknown): boolean {
  if (typeof cidr !== "string") return false;
  const range = parseCidr(cidr);
  if (range.version === 6) return true;
  return overlaps(range, world) && !privateRanges.some((own) => contains(own, range));
}

/** How far something is open to the internet. */
export function openness(simulation: Simulation, thing: Standing): Openness {
  const ports = openPorts(simulation, thing.groups);
  const acl = thing.subnets.some((subnet) => ports.some(([from]) => aclAdmits(simulation, subnet, from)));
  const route = thing.subnets.some((subnet) => leadsToInternet(simulation, subnet));
  return { address: thing.isPublic, route, ports, acl };
}

/** Whether anything of the internet can connect. */
export function isReachable({ address, route, ports, acl }: Openness): boolean {
  return address && route && ports.length > 0 && acl;
}

function openPorts(
  simulation: Simulation,
  groups: readonly string[],
): readonly (readonly [number, number])[] {
  const inline = simulation
    .ofType("aws:ec2/securityGroup:SecurityGroup")
    .filter(({ id }) => groups.includes(id))
    .flatMap(({ inputs }) => (Array.isArray(inputs.ingress) ? inputs.ingress.map(record) : []));
  const separate = simulation
    .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
    .filter(({ inputs }) => groups.includes(text(inputs.securityGroupId)))
    .map(({ inputs }) => inputs);
  return [...inline, ...separate]
    .filter((rule) =>
      [rule.cidrIpv4, rule.cidrIpv6, ...strings(rule.cidrBlocks), ...strings(rule.ipv6CidrBlocks)].some(
        isPublicRange,
      ),
    )
    .map(({ fromPort, toPort }) => [Number(fromPort), Number(toPort)] as const);
}

function leadsToInternet(simulation: Simulation, subnet: string): boolean {
  const tables = simulation
    .ofType("aws:ec2/routeTableAssociation:RouteTableAssociation")
    .filter(({ inputs }) => inputs.subnetId === subnet)
    .map(({ inputs }) => inputs.routeTableId);
  return simulation
    .ofType("aws:ec2/route:Route")
    .some(({ inputs }) => tables.includes(inputs.routeTableId ?? "") && typeof inputs.gatewayId === "string");
}

/** Whether the ACL of a subnet lets a connection from the internet to a port in: its first rule that matches decides. */
function aclAdmits(simulation: Simulation, subnet: string, port: number): boolean {
  const acls = simulation
    .ofType("aws:ec2/networkAclAssociation:NetworkAclAssociation")
    .filter(({ inputs }) => inputs.subnetId === subnet)
    .map(({ inputs }) => inputs.networkAclId);
  const rules = simulation
    .ofType("aws:ec2/networkAclRule:NetworkAclRule")
    .map(({ inputs }) => inputs)
    .filter(({ networkAclId, egress }) => acls.includes(networkAclId ?? "") && egress !== true)
    .filter(({ cidrBlock, ipv6CidrBlock }) => isPublicRange(cidrBlock) || isPublicRange(ipv6CidrBlock))
    .filter(({ fromPort, toPort }) => Number(fromPort) <= port && port <= Number(toPort))
    .sort((one, other) => Number(one.ruleNumber) - Number(other.ruleNumber));
  return rules[0]?.ruleAction === "allow";
}
