import { tokens } from "../aws/tokens";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { notApplicable, type Outcome, undetermined } from "../verdict/outcome";

/** Hosted zones. */
export const ZONES = tokens("route53/zone:Zone");

/** Judges each hosted zone that the internet can ask: a zone with a VPC is private. */
export function eachPublicZone(
  judge: (stack: StackIndex, zone: StackResource) => Outcome,
): (stack: StackIndex) => Iterable<Located> {
  return (stack) =>
    stack.ofTypes(ZONES).map((zone) => {
      const vpcs = zone.props.at("vpcs");
      if (vpcs.isUnknown) return located(zone, undetermined(vpcs));
      return located(zone, vpcs.isEmpty ? judge(stack, zone) : notApplicable("The zone is private"));
    });
}
