import { tagsOf } from "../../aws/tags";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import type { TagContract, TagRule } from "../../settings/tag-contract";
import { eachTag } from "../../shapes/tagging";
import { fail, type Outcome, outcomes, pass } from "../../verdict/outcome";
import { key as shown, setting, text } from "../../verdict/text";
import type { Subject } from "../../registry/control";

const CASED = {
  lower: (value: string) => value.toLowerCase(),
  upper: (value: string) => value.toUpperCase(),
};

function judgeForm(place: View, { pattern, minLength = 0, maxLength = Infinity, letters }: TagRule): Outcome {
  const value = known(place.string()) ?? "";
  if (letters !== undefined && CASED[letters](value) !== value) {
    return fail(
      place,
      text`the value has letters of another case; required: ${setting(letters)} case.`,
      place.path,
    );
  }
  if (value.length < minLength) {
    const short = text`the value has ${value.length} characters; required: at least ${minLength}.`;
    return fail(place, short, place.path);
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "s").test(value)) {
    return fail(place, text`the value does not match ${setting(pattern)}.`, place.path);
  }
  const long = text`the value has ${value.length} characters; required: at most ${maxLength}.`;
  return value.length > maxLength ? fail(place, long, place.path) : pass;
}

function folded(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function nearMisses(subject: Subject, contract: TagContract): readonly Outcome[] {
  const { byKey } = tagsOf(subject);
  return [...byKey].flatMap(([key, place]) => {
    if (key in contract) return [];
    const meant = Object.entries(contract).find(
      ([wanted, { aliases = [] }]) => folded(wanted) === folded(key) || aliases.includes(key),
    );
    return meant
      ? [fail(place, text`the key ${shown(key)} is spelt ${shown(meant[0])} in the contract.`, key)]
      : [];
  });
}

export const control = defineControl({
  id: "TAG-03",
  name: "tag-values-well-formed",
  title: "Tag keys are spelt as in the contract, and values have the asked form",
  why: "A key in another case is another key, to AWS and to every report.",
  fix: "Spell the key as the contract does, and give the value the asked form.",
  severity: "low",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject, { tagContract }) => {
    const formed = eachTag(
      subject,
      tagContract,
      ({ pattern, minLength, maxLength, letters }) =>
        (pattern ?? minLength ?? maxLength ?? letters) !== undefined,
      judgeForm,
    );
    const misspelt = nearMisses(subject, tagContract);
    return misspelt.length > 0
      ? [...misspelt, ...outcomes(formed).filter(({ verdict }) => verdict === "fail")]
      : formed;
  },
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
  },
});
