import * as z from "zod";

import { regions } from "../../infra/core/region";

import { addresses } from "./addresses";
import { stackSettings } from "./stack-settings";

/** What protects the account, and how strictly. */
export const protectionSettings = z.strictObject({
  regions: z
    .array(z.enum(regions))
    .min(1)
    .meta({
      description:
        "Regions of the account that get the Region-wide blocks and default encryption: those where something runs or " +
        "will be recovered to.",
    }),
  vpcBlockPublicAccess: z.enum(["block-bidirectional", "block-ingress", "off"]).meta({
    description:
      "Internet traffic that the account's VPCs refuse, save subnets with an exclusion. off leaves it to routes and " +
      "security groups.",
  }),
  snapshotSharing: z.enum(["block-all-sharing", "block-new-sharing"]).meta({
    description:
      "Public sharing of EBS snapshots that is refused: all of it, or only what is not public yet.",
  }),
  keyDeletionWindowDays: z.int().min(7).max(30).default(30).meta({
    description: "Days in which the deletion of the account's encryption keys can still be called off.",
    unit: "days",
  }),
});

const quotaValues = z.partialRecord(
  z.enum(regions),
  z.record(z.string().regex(/^[a-z0-9-]+\/L-[0-9A-F]{8}$/), z.int().positive()),
);

/** What the account may have of what AWS limits. */
export const quotaSettings = z.strictObject({
  emails: addresses.meta({
    description: "Addresses that hear when 80 and 85 percent of a quota are used.",
  }),
  held: quotaValues.default({}).meta({
    description: "Quotas that AWS has granted beyond its default, by Region and code.",
    allowed: "a whole number for each service/code, such as vpc/L-F678F1CE, under its Region",
  }),
  requests: quotaValues.default({}).meta({
    description:
      "Quotas to ask for, by Region and code. A request never lowers a quota, and one that is withdrawn leaves it.",
    allowed: "a whole number for each service/code, such as vpc/L-F678F1CE, under its Region",
  }),
});

/** Everything that a stack of the `account` program may and must say, by full configuration key. */
export const accountSettings = z.strictObject({
  ...stackSettings,
  "platform:program": z.literal("account").meta({ description: "Program that the stack runs." }),
  "platform:protection": protectionSettings.meta({
    description: "What protects the account, and how strictly.",
  }),
  "platform:quotas": quotaSettings.meta({
    description: "What the account may have of what AWS limits.",
  }),
});

/** What a stack of the `account` program says, checked. */
export type AccountSettings = z.output<typeof accountSettings>;
