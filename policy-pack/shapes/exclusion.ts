import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { key, list, setting, text } from "../verdict/text";

/** The property has none of the values; to leave it out is good. */
export function noneOf(path: string, refused: readonly string[]): (subject: Subject) => Outcome {
  return ({ props }) => {
    const place = props.at(path);
    if (place.isUnknown) return undetermined(place);
    const written = known(place.string())?.toLowerCase();
    if (!refused.some((value) => value.toLowerCase() === written)) return pass;
    return fail(place, text`${key(path)} must not be ${list(refused.map(setting))}.`);
  };
}
