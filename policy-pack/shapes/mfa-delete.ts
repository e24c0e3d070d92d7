import { known, type View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** The versioning of a bucket asks for a second factor; a resource says "Enabled", the bucket's own property true. */
export function judgeMfaDelete(versioning: View): Outcome {
  const place = versioning.at("mfaDelete");
  if (place.isUnknown) return undetermined(place);
  const isOn = ["Enabled", "true"].includes(known(place.string()) ?? "");
  return isOn ? pass : fail(place, text`versions can be deleted without a second factor.`);
}
