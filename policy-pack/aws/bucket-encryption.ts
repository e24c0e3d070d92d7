import type { View } from "../reading/view";

/** One rule of a bucket's default encryption. */
export interface EncryptionRule {
  readonly place: View;
  readonly algorithm: View;
  readonly key: View;
  readonly bucketKey: View;
}

function unwrapped(place: View): readonly View[] {
  return place.items().length > 0 ? place.items() : [place];
}

/** The rules in any of the forms that the SDK has had: `rules`, `rule`, or a list of objects with `rules`. */
export function encryptionRules(place: View): readonly EncryptionRule[] {
  const rules = [place.at("rule"), place.at("rules")].filter((view) => !view.isEmpty).flatMap(unwrapped);
  return rules.map((rule) => {
    const single = rule.at("applyServerSideEncryptionByDefault");
    const [byDefault = single] = rule.at("applyServerSideEncryptionByDefaults").items();
    return {
      place: rule,
      algorithm: byDefault.at("sseAlgorithm"),
      key: byDefault.at("kmsMasterKeyId"),
      bucketKey: rule.at("bucketKeyEnabled"),
    };
  });
}
