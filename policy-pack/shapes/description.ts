import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** What the SDKs fill in when a program says nothing. */
const FILLED_IN = ["", "managed by pulumi", "managed by terraform"];

/** The resource says what it is for, in words of its own. */
export function described({ props }: Subject): Outcome {
  const place = props.at("description");
  if (place.isUnknown) return undetermined(place);
  const isReal = !FILLED_IN.includes((known(place.string()) ?? "").trim().toLowerCase());
  return isReal
    ? pass
    : fail(place, text`the description is missing or the one that is filled in by default.`);
}
