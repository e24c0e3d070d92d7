import { known, type View } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** Aliases of the keys that AWS manages, bare or in an ARN. */
const AWS_MANAGED = /(^|:)alias\/aws\//;

/**
 * A key is named that is not AWS's own. A key that is not known yet is named, too.
 *
 * @param holder - Where the key would be named.
 * @param isDefault - Whether a default of the account names a key of your own.
 */
export function judgeCustomerKey(holder: View, property: string, isDefault = false): Outcome {
  if (holder.isUnknown) return undetermined(holder);
  const place = holder.at(property);
  if (place.isUnknown) return pass;
  const written = known(place.string()) ?? "";
  if (AWS_MANAGED.test(written)) return fail(place, text`the key is AWS's own; required: one of yours.`);
  if (written !== "" || isDefault) return pass;
  return fail(place, text`no key is named, so it is AWS's own; required: one of yours.`, place.path);
}

/** The property names a key that is not AWS's own. */
export function customerKey(property: string): (subject: Subject) => Outcome {
  return ({ props }) => judgeCustomerKey(props, property);
}
