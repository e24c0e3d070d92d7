import type { Subject } from "../registry/control";
import { known, View } from "../reading/view";
import { isTaggable } from "./tokens";

/** The tags of a resource, as far as they are known. */
export interface Tags {
  /** Where each key's value stands. */
  readonly byKey: ReadonlyMap<string, View>;
  /** Where further tags may come from that are not known. */
  readonly open: View | undefined;
  /** Where tags are written. */
  readonly place: View;
}

/** The one type whose tags are a list. */
export const AUTO_SCALING_GROUP = "aws:autoscaling/group:Group";

/** The default tags of a provider. Pulumi carries the settings of a provider as JSON text. */
export function defaultTags(provider: View): View {
  return provider.at("defaultTags").document().at("tags").document();
}

/** Whether the tags of a resource can be asked about. */
export function takesTags({ type, props }: Subject): boolean {
  return isTaggable(type, !props.at("tagsAll").isAbsent);
}

/**
 * The tags that a resource ends up with. `tagsAll` holds them where the provider has worked them out; it is wholly
 * unknown as soon as one value is, and then the keys are found in the resource's tags and the provider's default tags.
 */
export function tagsOf({ type, props, provider }: Subject): Tags {
  const own = props.at("tags");
  if (type === AUTO_SCALING_GROUP) return listTags(own);
  const merged = props.at("tagsAll");
  if (!merged.isUnknown && !merged.isAbsent) return mapTags([merged], own);
  return mapTags(provider ? [defaultTags(provider), own] : [own], own);
}

function mapTags(sources: readonly View[], place: View): Tags {
  const entries = sources.flatMap((source) =>
    source.keys().map((key): [string, View] => [key, source.child(key)]),
  );
  return { byKey: new Map(entries), open: sources.find(({ isUnknown }) => isUnknown), place };
}

function listTags(place: View): Tags {
  const entries = place.items().flatMap((item): [string, View][] => {
    const key = known(item.at("key").string());
    return key === undefined ? [] : [[key, item.at("value")]];
  });
  const open = [place, ...place.items().map((item) => item.at("key"))].find(({ isUnknown }) => isUnknown);
  return { byKey: new Map(entries), open, place };
}
