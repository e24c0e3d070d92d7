import { known, type View } from "../reading/view";

/** Tags, any of which declares a resource to be public. */
export type PublicTags = Readonly<Record<string, string>>;

/** What declares under the profile `public` that the internet is meant to reach something. */
export const PUBLIC_BY_TAG: PublicTags = { Exposure: "Public" };

const CARRIERS = ["tags", "tagsAll"];

function places(props: View, publicTags: PublicTags): readonly (readonly [place: View, wanted: string])[] {
  return Object.entries(publicTags).flatMap(([key, value]) =>
    CARRIERS.map((property) => [props.at(property).child(key), value] as const),
  );
}

/** Whether a resource is declared public by a tag. */
export function hasPublicTag(props: View, publicTags: PublicTags): boolean {
  return places(props, publicTags).some(([place, wanted]) => known(place.string()) === wanted);
}

/** A tag that may declare a resource public, which is not known yet. */
export function openPublicTag(props: View, publicTags: PublicTags): View | undefined {
  return places(props, publicTags).find(([place]) => place.isUnknown)?.[0];
}
