import { type Tags, tagsOf } from "../../aws/tags";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** AWS's limits: tags of a resource, characters of a key and of a value. */
const MOST = { tags: 50, key: 128, value: 256 };

/** What must not be told to everyone: mail addresses, access keys, private keys, tokens of common services, card-like numbers. */
const SENSITIVE = [
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(ghp|gho|glpat|xox[abp])[-_][A-Za-z0-9-]{16,}/,
  /\b(?:\d[ -]?){13,16}\b/,
];

function judgeTag(key: string, place: View): readonly Outcome[] {
  const value = known(place.string()) ?? "";
  return [
    key.toLowerCase().startsWith("aws:")
      ? [fail(place, text`keys that begin with aws: are reserved.`, "reserved")]
      : [],
    key.length > MOST.key
      ? [fail("tags", text`a key has ${key.length} characters; allowed: ${MOST.key}.`, "key")]
      : [],
    value.length > MOST.value
      ? [fail(place, text`the value has ${value.length} characters; allowed: ${MOST.value}.`, "value")]
      : [],
    SENSITIVE.some((shape) => shape.test(value))
      ? [fail(place, text`the value looks like personal data or a secret.`, "sensitive")]
      : [],
  ].flat();
}

function judge({ byKey, open, place }: Tags): readonly Outcome[] {
  const tooMany =
    byKey.size > MOST.tags
      ? [fail(place, text`there are ${byKey.size} tags; allowed: ${MOST.tags}.`, "count")]
      : [];
  const bad = [...tooMany, ...[...byKey].flatMap(([key, value]) => judgeTag(key, value))];
  const unknown = open ?? [...byKey.values()].find(({ isUnknown }) => isUnknown);
  if (bad.length > 0) return bad;
  return [unknown ? undetermined(unknown) : pass];
}

export const control = defineControl({
  id: "TAG-07",
  name: "tags-safe",
  title: "Tags keep to AWS's limits and hold no personal data and no secrets",
  why: "Tags are copied to bills and reports, and everyone who may describe a resource can read them.",
  fix: "Remove or shorten the tag; keep people and secrets out of it.",
  severity: "low",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject) => judge(tagsOf(subject)),
  references: {
    nist80053: ["CM-8", "SI-12"],
    wellArchitected: ["SEC07-BP01"],
  },
});
