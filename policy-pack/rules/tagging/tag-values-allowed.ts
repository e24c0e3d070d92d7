import { tagsOf, takesTags } from "../../aws/tags";
import { STACK } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located, type Subject } from "../../registry/control";
import type { TagContract, TagRule } from "../../settings/tag-contract";
import { eachTag } from "../../shapes/tagging";
import type { StackIndex } from "../../stack/stack-index";
import { fail, type Outcome, pass } from "../../verdict/outcome";
import { key as shown, list, setting, text } from "../../verdict/text";

/** The name that a value has to be: the stack's or the project's, both in every URN. */
function nameOf({ urn }: Subject, which: "stack" | "project"): string {
  const [stack = "", project = ""] = urn.replace(/^urn:pulumi:/, "").split("::");
  return which === "stack" ? stack : project;
}

function judge(subject: Subject, place: View, { values, equals }: TagRule): Outcome {
  const value = known(place.string()) ?? "";
  if (values && !values.includes(value)) {
    return fail(place, text`the value is not one of ${list(values.map(setting))}.`, place.path);
  }
  if (equals === undefined) return pass;
  const name = nameOf(subject, equals);
  return value === name
    ? pass
    : fail(place, text`the value is not the name of the ${setting(equals)}, ${setting(name)}.`, place.path);
}

/** How many different values a key has in the stack, as far as they are known. */
function countValues(stack: StackIndex, key: string): number {
  const values = stack.resources.flatMap((subject) => {
    const value = takesTags(subject) ? known(tagsOf(subject).byKey.get(key)?.string() ?? ABSENT) : undefined;
    return value === undefined ? [] : [value];
  });
  return new Set(values).size;
}

const ABSENT = { state: "absent", path: "" } as const;

function* tooMany(stack: StackIndex, contract: TagContract): Iterable<Located> {
  const [root] = stack.ofTypes([STACK]);
  if (!root) return;
  for (const [key, { mostValues }] of Object.entries(contract)) {
    if (mostValues === undefined) continue;
    const count = countValues(stack, key);
    const many = text`the tag ${shown(key)} has ${count} values in the stack; allowed: ${mostValues}.`;
    yield located(root, count > mostValues ? fail("tags", many, key) : pass);
  }
}

export const control = defineControl({
  id: "TAG-02",
  name: "tag-values-allowed",
  title: "Tags have one of the allowed values",
  why: 'A report that groups by "prod", "Prod" and "production" groups nothing.',
  fix: "Use one of the values of the tag contract, and no more different ones than it allows.",
  severity: "medium",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject, { tagContract }) =>
    eachTag(
      subject,
      tagContract,
      ({ values, equals }) => (values ?? equals) !== undefined,
      (place, rule) => judge(subject, place, rule),
    ),
  stack: (stack, { tagContract }) => tooMany(stack, tagContract),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    awsConfig: ["required-tags"],
    pulumi: ["PB:environment-separation-tagging"],
  },
});
