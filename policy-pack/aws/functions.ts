import type { View } from "../reading/view";
import { known } from "../reading/view";
import { tokens } from "./tokens";

/** Lambda functions. */
export const FUNCTIONS = tokens("lambda/function:Function");

/** Whether a function is a container image, for which some settings do not exist. */
export function isImage(lambda: View): boolean {
  return known(lambda.at("packageType").string()) === "Image" || !lambda.at("imageUri").isAbsent;
}
