import { quotaProblems } from "../../infra/quotas/settings";
import { plannedQuotas } from "../planned-quotas";
import { protectionSettings, quotaSettings } from "./account-settings";
import { type CrossCheck, crossCheck, duplicates, mistake } from "./cross-check";
import { region, stackChecks } from "./stack-checks";
import { stackSettings } from "./stack-settings";

const account = { path: ["aws:allowedAccountIds"], schema: stackSettings["aws:allowedAccountIds"] };
const quotas = { path: ["platform:quotas"], schema: quotaSettings };
const guarded = { path: ["platform:protection", "regions"], schema: protectionSettings.shape.regions };

/** Checks of an account's values against one another. */
export const accountChecks: readonly CrossCheck[] = [
  ...stackChecks,
  crossCheck({ regions: guarded }, ({ regions }) => duplicates(guarded.path, regions)),
  crossCheck({ own: region, regions: guarded }, ({ own, regions }) =>
    regions.includes(own)
      ? []
      : [mistake(guarded.path, regions, `a list that holds the stack's own Region, ${own}`)],
  ),
  crossCheck(
    { account, own: region, quotas, regions: guarded },
    ({ account: [accountId], own, quotas: asked, regions }) =>
      // What is asked for is judged once the Regions are those that something runs in.
      !regions.includes(own)
        ? []
        : quotaProblems({
            regions,
            environments: plannedQuotas(accountId),
            held: asked.held,
            requests: asked.requests,
          }).map((problem) => ({ ...problem, path: [...quotas.path, ...problem.path] })),
  ),
];
