import { known } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { LAUNCH_TEMPLATES } from "./instances";
import { tokens } from "./tokens";

/** Groups that keep a number of instances running. */
export const GROUPS = tokens("autoscaling/group:Group");

/** The launch templates of the stack that a group starts instances from. */
export function templatesOf(stack: StackIndex, group: StackResource): readonly StackResource[] {
  return ["launchTemplate", "mixedInstancesPolicy"].flatMap(
    (property) => stack.targets(group, property, LAUNCH_TEMPLATES).found,
  );
}

/** Whether a group or what it starts from asks for Spot instances; undefined where that is not known. */
export function usesSpot(stack: StackIndex, group: StackResource): boolean | undefined {
  const distribution = group.props.at("mixedInstancesPolicy.instancesDistribution");
  const share = distribution.at("onDemandPercentageAboveBaseCapacity");
  if (share.isUnknown) return undefined;
  // Unless told otherwise, all instances are paid for on demand.
  if ((known(share.number()) ?? 100) < 100) return true;
  const markets = templatesOf(stack, group).map(({ props }) => props.at("instanceMarketOptions.marketType"));
  if (markets.some((market) => known(market.string()) === "spot")) return true;
  return markets.some(({ isUnknown }) => isUnknown) ? undefined : false;
}
