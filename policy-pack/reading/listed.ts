import type { View } from "./view";

/** The elements of a list, or the list itself, as one unknown element, where it is not known. */
export function listed(list: View): readonly View[] {
  return list.isUnknown ? [list] : list.items();
}
