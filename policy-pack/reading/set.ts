import { known, type View } from "./view";

/** Whether a property says something, known or not. An empty list, map or text says nothing. */
export function isSet(place: View): boolean {
  return place.isUnknown || !(place.isEmpty || known(place.string()) === "");
}
