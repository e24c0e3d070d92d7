import type { View } from "../reading/view";
import { notApplicable } from "../verdict/outcome";
import { tokens } from "./tokens";

/** Instances that a program starts itself. */
export const INSTANCES = tokens("ec2/instance:Instance");
/** Requests for Spot instances, which take what an instance takes. */
export const SPOT_REQUESTS = tokens("ec2/spotInstanceRequest:SpotInstanceRequest");
/** Templates from which groups, fleets and instances are started. */
export const LAUNCH_TEMPLATES = tokens("ec2/launchTemplate:LaunchTemplate");
/** What launch templates have replaced. */
export const LAUNCH_CONFIGURATIONS = tokens("ec2/launchConfiguration:LaunchConfiguration");

/** Said of an instance that leaves a property to its launch template. */
export const TEMPLATE_DECIDES = notApplicable("Its launch template decides, which is judged by itself");

/** Whether an instance leaves these properties to a launch template. */
export function leavesToTemplate(instance: View, ...paths: readonly string[]): boolean {
  return !instance.at("launchTemplate").isAbsent && paths.every((path) => instance.at(path).isAbsent);
}
