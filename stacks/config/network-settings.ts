import * as z from "zod";

import { logRetentionDays } from "../../infra/core/log-retention";
import { tiers } from "../../infra/core/placement";

import { addressRange } from "./address-range";
import { endpointGroups, domainListNames, natModes } from "../../infra/network/settings";

const zone = z.strictObject({
  id: z.string().meta({
    description: "Zone id, which names the same zone in every account.",
    allowed: "the id of a zone of the Region, such as euw1-az1",
  }),
  name: z.string().meta({
    description:
      "What the stack's account calls that zone, as `aws ec2 describe-availability-zones` shows it beside the id.",
    allowed: "the Region and a letter, such as eu-west-1a",
  }),
});

const gbPerMonth = z.number().min(0);

/** Size table of the network: what {@link NetworkArgs} takes, save what the whole stack says. */
export const networkSettings = z.strictObject({
  cidr: addressRange.meta({
    description:
      "IPv4 range of the VPC. Chosen once: a change replaces the network and all that stands in it.",
    allowed: "an IPv4 range of private addresses, /16 or smaller, such as 10.20.0.0/16",
  }),
  zones: z
    .array(zone)
    .min(2)
    .max(6)
    .meta({
      description:
        "Zones that the network spans. Append only: subnets are named and placed by position, so that a zone inserted, " +
        "moved or removed replaces the subnets of every zone after it.",
    }),
  tierBlocks: z
    .partialRecord(z.enum(tiers), addressRange)
    .optional()
    .meta({
      description:
        "Tiers of the network and the range of each, at most half of the VPC's together. Left out, all four tiers get " +
        "their usual shares.",
      allowed: `a range inside cidr for each of: ${tiers.join(", ")}`,
    }),
  dualStack: z.boolean().default(false).meta({ description: "Whether the network has IPv6 beside IPv4." }),
  nat: z.enum(natModes).meta({
    description:
      "How private tiers reach the internet: not at all; through one gateway, lost with its zone; through one in each " +
      "zone; or through one that AWS spreads over the zones.",
  }),
  endpoints: z
    .strictObject({
      groups: z.array(z.enum(endpointGroups)).meta({
        description: "Groups of AWS services that are reached without leaving the network.",
      }),
      zones: z
        .int()
        .min(1)
        .max(6)
        .meta({
          description:
            "Zones that each endpoint stands in, counted from the first. Each costs by the hour; traffic of the others " +
            "crosses zones.",
          unit: "zones",
        }),
    })
    .meta({ description: "Interface endpoints to AWS's services." }),
  dataPorts: z.array(z.int().min(1024).max(65535)).optional().meta({
    description:
      "TCP ports on which data stores listen. Left out: 5432 (PostgreSQL) and 6379 (Valkey, Redis).",
  }),
  logRetentionDays: z.literal(logRetentionDays).meta({
    description: "Days that flow logs and DNS query logs are kept.",
    unit: "days",
  }),
  encryptionControl: z.enum(["monitor", "enforce"]).meta({
    description:
      "Whether traffic that is not encrypted on its way is only reported, or refused. Enforcing refuses instances of " +
      "types that do not encrypt in hardware.",
  }),
  domainLists: z
    .strictObject(domainListShape())
    .optional()
    .meta({
      description:
        "Ids of AWS's own DNS firewall lists, as `aws route53resolver list-firewall-domain-lists` shows them. Left out, " +
        "those known for the Region.",
    }),
  organizationId: z.string().optional().meta({
    description:
      "Organisation whose accounts may use AWS's services through the endpoints. Left out, only this account.",
    allowed: "an organisation id, such as o-a1b2c3d4e5",
  }),
  traffic: z
    .strictObject({
      awsServicesGbPerMonth: gbPerMonth.meta({
        description: "Traffic to AWS services that interface endpoints can carry.",
        unit: "GB a month",
      }),
      internetGbPerMonth: gbPerMonth.meta({
        description: "Traffic to the rest of the internet.",
        unit: "GB a month",
      }),
    })
    .meta({ description: "Traffic expected of the private tiers, by which NAT and endpoints are compared." }),
  protect: z.boolean().default(true).meta({
    description: "Whether the VPC, its subnets and its public addresses refuse to be deleted.",
  }),
});

function domainListShape(): Record<(typeof domainListNames)[number], z.ZodString> {
  const lists = domainListNames.map((name) => [name, domainListId(name)] as const);
  // `Object.fromEntries` forgets the names it was given.
  return Object.fromEntries(lists) as Record<(typeof domainListNames)[number], z.ZodString>;
}

function domainListId(name: string): z.ZodString {
  return z
    .string()
    .regex(/^rslvr-fdl-[a-z0-9]+$/)
    .meta({ description: `Id of the list ${name} in the Region.`, allowed: "rslvr-fdl- and its number" });
}
