import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { describeProblems } from "../core/problem";
import type { Region } from "../core/region";
import { type PlanArgs, quotaPlan, type QuotaValues } from "./quota-plan";
import { quotaProblems } from "./settings";

/**
 * Asks AWS what it grants now of every quota that a plan speaks of, in each Region that answers for it.
 *
 * @throws Error naming every quota that the plan does not fit into, so that nothing is declared then
 */
export async function liveQuotas(plan: PlanArgs, opts: pulumi.InvokeOptions): Promise<QuotaValues> {
  const answers = await Promise.all(
    quotaPlan(plan).map(async ({ region, quota }) => {
      const [serviceCode = "", quotaCode = ""] = quota.split("/");
      const { value } = await aws.servicequotas.getServiceQuota({ region, serviceCode, quotaCode }, opts);
      return { region, quota, value };
    }),
  );
  const live: Partial<Record<Region, Record<string, number>>> = {};
  for (const { region, quota, value } of answers) live[region] = { ...live[region], [quota]: value };
  const problems = quotaProblems({ ...plan, live });
  if (problems.length > 0) throw new Error(describeProblems("quotas by AWS's answers", problems));
  return live;
}
