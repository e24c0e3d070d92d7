import { overlaps, parseCidr } from "../../infra/core/cidr";

import { type CrossCheck, crossCheck, mistake } from "./cross-check";
import type { Mistake } from "./mistake";
import { stackSettings } from "./stack-settings";

const planKey = "platform:addressPlan";

/** The address plan, as a part that cross-checks look at. */
export const addressPlan = { path: [planKey], schema: stackSettings[planKey] };

/** The stack's Region, as a part that cross-checks look at. */
export const region = { path: ["aws:region"], schema: stackSettings["aws:region"] };

/** Checks of values that every stack has against one another. */
export const stackChecks: readonly CrossCheck[] = [
  crossCheck({ plan: addressPlan }, ({ plan }) => {
    const networks = Object.entries(plan);
    return networks.flatMap(([name, cidr], position) =>
      networks.slice(0, position).flatMap((earlier) => planOverlap([name, cidr], earlier)),
    );
  }),
];

function planOverlap(
  [name, cidr]: readonly [string, string],
  [earlierName, earlierCidr]: readonly [string, string],
): readonly Mistake[] {
  if (!overlaps(parseCidr(cidr), parseCidr(earlierCidr))) return [];
  const allowed = `a range that does not overlap that of ${earlierName}, ${earlierCidr}`;
  return [mistake([planKey, name], cidr, allowed)];
}
