import { AwsError } from "../aws-error";
import { uuid } from "../identity";
import { existing, textOf } from "../resource-types/definition";
import { REGION_SWITCH_PLAN, stepsOfPlan } from "../resource-types/region-switch";
import { isWireList, isWireObject, type WireObject } from "../wire";
import type { Answerer, Call } from "./definition";

/** ARC makes a health check for each record that a plan moves. */
function healthChecks({ args, world, settings }: Call): WireObject {
  const planArn = textOf(args.planArn);
  const plan = existing(world, REGION_SWITCH_PLAN).find(({ id }) => id === planArn);
  if (plan === undefined) throw new AwsError("ResourceNotFoundException", `${planArn} does not exist`);
  const configs = stepsOfPlan(plan.attributes).flatMap(({ route53HealthCheckConfigs: each }) =>
    isWireList(each) ? each.filter(isWireObject) : [],
  );
  const healthChecks = configs.flatMap(({ hostedZoneId, recordName, recordSets }) =>
    (isWireList(recordSets) ? recordSets.filter(isWireObject) : []).map((record) => {
      const region = textOf(record.region);
      return {
        hostedZoneId: textOf(hostedZoneId),
        recordName: textOf(recordName),
        region,
        healthCheckId: uuid(`${planArn} ${region}`),
        status: "healthy",
      };
    }),
  );
  return { id: planArn, planArn, region: settings.region, healthChecks };
}

/** Functions about plans of ARC Region switch. */
export const REGION_SWITCH_FUNCTIONS: Readonly<Record<string, Answerer>> = {
  "aws:arcregionswitch/getRoute53HealthChecks": healthChecks,
};
