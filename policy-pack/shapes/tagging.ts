import { tagsOf } from "../aws/tags";
import type { View } from "../reading/view";
import type { Subject } from "../registry/control";
import type { TagContract, TagRule } from "../settings/tag-contract";
import { fail, type Judgement, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { key as shown, text } from "../verdict/text";

/** A taggable resource carries the keys; one finding for each that is missing. */
export function keysPresent(subject: Subject, keys: readonly string[]): Judgement {
  if (keys.length === 0) return notApplicable("The tag contract requires no key here");
  const { byKey, open, place } = tagsOf(subject);
  const missing = keys.filter((key) => !byKey.has(key));
  if (missing.length === 0) return pass;
  return open
    ? undetermined(open)
    : missing.map((key) => fail(place, text`the tag ${shown(key)} is missing.`, key));
}

/** Judges the value of each tag that the contract has something to say of. */
export function eachTag(
  subject: Subject,
  contract: TagContract,
  concerns: (rule: TagRule) => boolean,
  judge: (place: View, rule: TagRule, key: string) => Outcome,
): Judgement {
  const rules = Object.entries(contract).filter(([, rule]) => concerns(rule));
  if (rules.length === 0) return notApplicable("The tag contract says nothing of this");
  const { byKey, open } = tagsOf(subject);
  const found = rules.flatMap(([key, rule]) => {
    const place = byKey.get(key);
    if (!place) return open ? [undetermined(open)] : [];
    return [place.isUnknown ? undetermined(place) : judge(place, rule, key)];
  });
  return found.filter(({ verdict }) => verdict !== "pass");
}
