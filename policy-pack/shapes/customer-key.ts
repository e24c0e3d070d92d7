import { namesKeyOfAws } from "../aws/keys";
import { isSet } from "../reading/set";
import type { Subject } from "../registry/control";
import { fail, type Outcome, pass } from "../verdict/outcome";
import { key, text } from "../verdict/text";

/** The property names a key of the customer's own, known or not; an alias such as `alias/aws/rds` is AWS's. */
export function customerKey(path: string): (subject: Subject) => Outcome {
  return ({ props }) => {
    const place = props.at(path);
    if (!isSet(place)) return fail(place, text`${key(path)} is not set; required: a key of your own.`);
    return namesKeyOfAws(place)
      ? fail(place, text`${key(path)} names a key of AWS; required: a key of your own.`)
      : pass;
  };
}
