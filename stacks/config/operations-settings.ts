import * as z from "zod";

import { accountRoleNames } from "../../infra/core/account-roles";
import { runbookWords } from "../../infra/core/runbook-words";

/** How an environment is operated. */
export const operationsSettings = z.strictObject({
  approvers: z.array(z.enum(accountRoleNames)).meta({
    description: "Roles whose holders may approve runbooks that destroy or interrupt something.",
    allowed: `roles that the account has, at least one: ${accountRoleNames.join(", ")}`,
  }),
  automatic: z.array(z.enum(runbookWords)).meta({
    description: "Runbooks that alarms or times start without a person. Only safe ones can be.",
    allowed: "ids of safe runbooks, or none",
  }),
});
