import * as z from "zod";

import { regions } from "../../infra/core/region";

import { approvals, tagPhases } from "../../infra/cost/settings";
import { detectionSettings } from "./detection-settings";
import { identitySettings } from "./identity-settings";
import { addresses } from "./addresses";
import { recoverySettings } from "./recovery-settings";
import { savingsSettings } from "./savings-settings";
import { stackSettings } from "./stack-settings";
import { systemsSettings } from "./systems-settings";

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
  allowedImages: z
    .strictObject({
      state: z.enum(["enabled", "audit-mode", "disabled"]).meta({
        description: "Whether images of anybody else are refused, only noted, or allowed.",
      }),
      providers: z
        .array(z.string().regex(/^(amazon|aws-marketplace|aws-backup-vault|\d{12})$/))
        .min(1)
        .meta({
          description: "Whose images instances may start from; the account's own always may.",
          allowed: "amazon, aws-marketplace, aws-backup-vault, or an account id in quotes",
        }),
    })
    .meta({ description: "Images that instances may start from." }),
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
  values: z
    .enum(["documented", "live"])
    .default("documented")
    .meta({
      description:
        "Where values come from: from AWS's documentation and held, or from AWS itself, asked at each preview by who previews, with " +
        "the rights servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota.",
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

const percent = (description: string) =>
  z.number().positive().max(100).meta({ description, unit: "percent" });

const budgetAction = z.strictObject({
  environments: z.array(z.string()).meta({
    description:
      "Environments whose deployments may then make nothing more that is paid for by the hour; each is one of ci.deployers.",
  }),
  percent: z.number().min(50).max(1000).meta({
    description: "Share of the budget, spent, at which it happens.",
    unit: "percent",
  }),
  approval: z.enum(approvals).default("manual").meta({
    description: "Whether a person says yes first, in the console of AWS Budgets.",
  }),
});

/** How the account's cost is told apart, watched and exported. */
export const governanceSettings = z.strictObject({
  emails: addresses.meta({ description: "Addresses that hear of anomalies and of the account's budgets." }),
  payer: z.boolean().meta({
    description:
      "Whether the account pays its own bill, or that of an organisation. What only a payer can have is left out elsewhere.",
  }),
  costAllocationTags: z.enum(tagPhases).meta({
    description:
      "Whether the tags of the contract tell cost apart. AWS refuses a key that it has not seen on anything billed, up to 24 " +
      "hours after: wait until then.",
  }),
  monthlyUsd: z.number().positive().meta({
    description: "What the whole account may cost a month.",
    unit: "US dollars",
  }),
  anomalies: z
    .strictObject({
      absoluteUsd: z.number().positive().meta({ description: "Beyond what is usual.", unit: "US dollars" }),
      percent: z
        .number()
        .positive()
        .max(1000)
        .meta({ description: "Beyond what is usual.", unit: "percent" }),
    })
    .meta({ description: "Spending that is told at once: both limits have to be passed." }),
  commitments: z
    .strictObject({
      utilisationPercent: percent("Use of what was committed to, below which somebody hears."),
      coveragePercent: percent("Use that commitments cover, below which somebody hears."),
    })
    .meta({ description: "What is expected of savings plans and reservations." }),
  exportDays: z.int().min(400).max(3650).meta({
    description: "Days that exports of cost and usage are kept.",
    unit: "days",
  }),
  action: budgetAction.optional().meta({
    description:
      "What happens, beside a message, when the account's budget of the month is used up. Left out, nothing does.",
  }),
  adopt: z
    .strictObject({
      servicesMonitor: z.string().optional().meta({
        description: "Monitor of all AWS services: an account has one, and AWS makes it by itself.",
        allowed: "arn:aws:ce::<account>:anomalymonitor/<id>",
      }),
    })
    .optional()
    .meta({
      description:
        "What the account has already: taken over as it is, then changed once it is off this list.",
    }),
  savings: savingsSettings.optional().meta({ description: "What a savings plan is proposed from." }),
});

const byRegion = (description: string, allowed: string) =>
  z.partialRecord(z.enum(regions), z.array(z.string())).default({}).meta({ description, allowed });

/** Whose metrics, logs and traces are seen by whom. */
export const sharingSettings = z.strictObject({
  receives: byRegion(
    "Accounts whose metrics, logs and traces this one sees, by Region. The output telemetrySinkArns has what they need to send.",
    "a list of account ids in quotes under each Region",
  ),
  sends: byRegion(
    "Sinks of other accounts that see those of this one, by Region.",
    "a list of ARNs of sinks under each Region: arn:aws:oam:<region>:<account>:sink/<id>",
  ),
});

/** Everything that a stack of the `account` program may and must say, by full configuration key. */
export const accountSettings = z.strictObject({
  ...stackSettings,
  "platform:program": z.literal("account").meta({ description: "Program that the stack runs." }),
  "platform:alerts": z
    .strictObject({
      emails: z.array(z.email()).meta({
        description:
          "Mailboxes that are told of threats, tampering and emergencies; each has to confirm once.",
      }),
    })
    .meta({ description: "Who is told what happens to the account." }),
  "platform:detection": detectionSettings.meta({
    description: "What is recorded, and what looks for threats in it.",
  }),
  "platform:identity": identitySettings.meta({ description: "Who gets into the account, and how." }),
  "platform:protection": protectionSettings.meta({
    description: "What protects the account, and how strictly.",
  }),
  "platform:quotas": quotaSettings.meta({
    description: "What the account may have of what AWS limits.",
  }),
  "platform:cost": governanceSettings.meta({
    description: "How the account's cost is told apart, watched and exported.",
  }),
  "platform:sharing": sharingSettings.optional().meta({
    description: "Whose metrics, logs and traces are seen by whom. Left out, each account sees its own.",
  }),
  "platform:systems": systemsSettings.meta({
    description: "How instances are managed, entered and patched.",
  }),
  "platform:recovery": recoverySettings.meta({
    description: "What is kept ready for the loss of a Region.",
  }),
});

/** What a stack of the `account` program says, checked. */
export type AccountSettings = z.output<typeof accountSettings>;
