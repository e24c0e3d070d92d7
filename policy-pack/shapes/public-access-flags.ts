import type { Subject } from "../registry/control";
import type { Judgement } from "../verdict/outcome";
import { all, oneOf } from "./property";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/**
 * All four flags against public access are on.
 *
 * @param at - Where the flags are; empty for the top of the inputs.
 * @param whenUnset - What AWS takes for a flag that is not set.
 */
export function publicAccessBlocked(at: string, whenUnset: boolean): (subject: Subject) => Judgement {
  const paths = FLAGS.map((flag) => (at === "" ? flag : `${at}.${flag}`));
  return all(...paths.map((path) => oneOf(path, [true], whenUnset)));
}
