import * as z from "zod";

import { criticalities } from "../../infra/core/criticality";
import { logRetentionDays } from "../../infra/core/log-retention";
import { regions } from "../../infra/core/region";

const complianceLock = z.strictObject({
  confirm: z.string().meta({
    description: "Name of the vault, as AWS knows it, by which you confirm that its lock is for ever.",
    allowed: "the vault's own name, such as prod-critical",
  }),
  // The layer itself says how many: refused here, the lock's confirmation would not be judged along with it.
  graceDays: z.int().meta({
    description: "Days in which the lock can still be taken back, 3 at the least.",
    unit: "days",
  }),
});

/** How backups of an environment are kept. */
export const backupSettings = z.strictObject({
  protect: z.boolean().meta({
    description:
      "Whether vaults and their keys refuse to be deleted, and recovery points to everybody but the break-glass role.",
  }),
  copyRegion: z.enum(regions).meta({
    description: "Region that copies of backups go to: any but the environment's own.",
  }),
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .meta({
      description:
        "Time at which the daily backup starts, in UTC; weekly, monthly, yearly and continuous ones follow by an hour and a half each.",
      allowed: "hh:mm in quotes, such as 05:00",
    }),
  keyDeletionWindowDays: z.int().min(7).max(30).meta({
    description: "Days in which the deletion of a vault's key can still be called off.",
    unit: "days",
  }),
  logRetentionDays: z.literal(logRetentionDays).meta({
    description: "Days that logs of restore tests are kept.",
    unit: "days",
  }),
  airGappedCopies: z.boolean().meta({
    description:
      "Whether recovery points of critical things go to the air-gapped vault, too. Nobody can delete what is in there before its retention ends.",
  }),
  complianceLocks: z.partialRecord(z.enum(criticalities), complianceLock).default({}).meta({
    description:
      "Vaults, by word of criticality, whose lock nobody can ever take back once its grace has passed: neither you nor AWS. All others are locked so that whoever has the right can take it back.",
    allowed: "{ confirm, graceDays } for each word that is meant",
  }),
});
