import { AwsError } from "../aws-error";
import { arnOf, partitionOf } from "../identity";
import { existing, textOf } from "../resource-types/definition";
import { prefixListId } from "../resource-types/endpoints";
import type { WireObject } from "../wire";
import type { Answerer, Call } from "./definition";

/** The names of the lists that AWS itself keeps in every Region. */
function managedLists(region: string): Map<string, string> {
  const regional = ["s3", "dynamodb"].map(
    (service) => [`com.amazonaws.${region}.${service}`, service] as const,
  );
  const global = [
    ["com.amazonaws.global.cloudfront.origin-facing", "cloudfront"],
    ["com.amazonaws.global.ipv6.cloudfront.origin-facing", "cloudfront-ipv6"],
    [`com.amazonaws.${region}.vpc-lattice`, "vpc-lattice"],
    [`com.amazonaws.${region}.route53-healthchecks`, "route53-healthchecks"],
    [`com.amazonaws.${region}.ec2-instance-connect`, "ec2-instance-connect"],
  ] as const;
  return new Map([...regional, ...global].map(([name, service]) => [name, prefixListId(region, service)]));
}

function prefixList({ args, settings }: Call): { id: string; name: string } {
  const lists = managedLists(settings.region);
  const asked = textOf(args.name) || textOf(args.id) || textOf(args.prefixListId);
  const found = [...lists].find(([name, id]) => name === asked || id === asked);
  if (found === undefined) {
    const known = [...lists.keys()].join(", ");
    throw new AwsError(
      "InvalidPrefixListID.NotFound",
      `prefix list is ${JSON.stringify(asked)}; it must be one of ${known}`,
    );
  }
  const [name, id] = found;
  return { id, name };
}

/** A block out of RFC 5737's documentation range stands for the addresses of the service. */
const LISTED = "192.0.2.0/24";

function managedPrefixList(call: Call): WireObject {
  const { id, name } = prefixList(call);
  const { region } = call.settings;
  return {
    id,
    name,
    region,
    addressFamily: name.includes("ipv6") ? "IPv6" : "IPv4",
    arn: arnOf({
      partition: partitionOf(region).name,
      service: "ec2",
      region,
      accountId: "aws",
      resource: `prefix-list/${id}`,
    }),
    entries: [{ cidr: LISTED, description: "" }],
    maxEntries: 55,
    ownerId: "AWS",
    tags: {},
    version: 1,
  };
}

/** A domain list of the program's own, or one that AWS keeps: their ids are opaque, so any id is one of AWS's. */
function domainList({ args, settings, world }: Call): WireObject {
  const id = textOf(args.firewallDomainListId);
  const type = "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList";
  const own = existing(world, type).find((list) => list.id === id);
  const { region, accountId } = settings;
  const resource = `firewall-domain-list/${id}`;
  return {
    id,
    region,
    arn: arnOf({
      partition: partitionOf(region).name,
      service: "route53resolver",
      region,
      accountId,
      resource,
    }),
    creationTime: "2020-01-01T00:00:00Z",
    creatorRequestId: "",
    domainCount: 0,
    managedOwnerName: own === undefined ? "Route 53 Resolver DNS Firewall" : "",
    modificationTime: "2020-01-01T00:00:00Z",
    name: textOf(own?.attributes.name) || `AWSManaged-${id}`,
    status: "COMPLETE",
    statusMessage: "",
  };
}

function vpc({ args, settings, world }: Call): WireObject {
  const found = existing(world, "aws:ec2/vpc:Vpc").find(({ id }) => id === args.id);
  if (found === undefined)
    throw new AwsError("InvalidVpcID.NotFound", `${JSON.stringify(args.id)} does not exist`);
  return { ...found.attributes, id: found.id, region: settings.region };
}

/** Functions about networks. */
export const VPC_FUNCTIONS: Readonly<Record<string, Answerer>> = {
  "aws:ec2/getManagedPrefixList": managedPrefixList,
  "aws:ec2/getPrefixList": (call) => ({
    ...prefixList(call),
    cidrBlocks: [LISTED],
    region: call.settings.region,
  }),
  "aws:ec2/getVpc": vpc,
  "aws:route53/getResolverFirewallDomainList": domainList,
};
