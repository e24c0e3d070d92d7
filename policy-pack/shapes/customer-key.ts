import { isSet } from "../reading/set";
import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Outcome, pass } from "../verdict/outcome";
import { key, text } from "../verdict/text";

/** A key that AWS made for one of its services. */
const OF_AWS = /(^|:)alias\/aws\//;

/** The property names a key of the customer's own, known or not; an alias such as `alias/aws/rds` is AWS's. */
export function customerKey(path: string): (subject: Subject) => Outcome {
  return ({ props }) => {
    const place = props.at(path);
    if (!isSet(place)) return fail(place, text`${key(path)} is not set; required: a key of your own.`);
    const isAws = OF_AWS.test(known(place.string()) ?? "");
    return isAws ? fail(place, text`${key(path)} names a key of AWS; required: a key of your own.`) : pass;
  };
}
