import type { View } from "./view";

/** The place at a path whose names may be in any letter case: what AWS's tools read as JSON text, they read so. */
export function anyCase(view: View, path: string): View {
  return path.split(".").reduce<View>((place, name) => {
    const written = place.keys().find((each) => each.toLowerCase() === name.toLowerCase());
    return place.child(written ?? name);
  }, view);
}
