import * as z from "zod";

import { regions } from "../../infra/core/region";

/** What an account keeps ready for the loss of a Region. */
export const recoverySettings = z.strictObject({
  adopt: z.array(z.enum(["reports-role"])).meta({
    description:
      "What the account has already: taken over as it is, then changed once it is off this list. reports-role is AWSServiceRoleForBackupReports, which AWS makes with the first report.",
    allowed: "reports-role, or nothing",
  }),
  images: z
    .strictObject({
      from: z.enum(regions).meta({ description: "Region whose registry images are pushed to." }),
      to: z.array(z.enum(regions)).meta({
        description: "Regions that get what is pushed from now on.",
        allowed: "other guarded Regions, each once",
      }),
      prefixes: z.array(z.string()).meta({
        description: "Beginnings of the names of repositories that are meant.",
        allowed: "beginnings such as shop/, none of which covers another",
      }),
    })
    .optional()
    .meta({
      description:
        "Container images of this account that other Regions get. It takes the place of whatever the registry replicates. Left out, none are replicated.",
    }),
});
