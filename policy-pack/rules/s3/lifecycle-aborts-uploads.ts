import { BUCKETS, LIFECYCLE, saidApart, saidInline } from "../../aws/buckets";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { judgeRuleOn } from "../../shapes/lifecycle-rule";
import { fail, notApplicable, type Outcome, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Parts of a filter that leave some uploads out. Uploads in parts have no size and no tags yet. */
const NARROWING = ["prefix", "filter.prefix", "filter.and", "filter.tag", "tags"];

function aborts(rule: View): Outcome {
  const days = [rule.at("abortIncompleteMultipartUpload"), rule.at("abortIncompleteMultipartUploadDays")];
  const places = [...days, ...NARROWING.map((path) => rule.at(path))];
  const isNarrow = NARROWING.map((path) => rule.at(path)).some(
    (place) => !place.isUnknown && !place.isEmpty && known(place.string()) !== "",
  );
  if (isNarrow || days.every(({ isEmpty }) => isEmpty))
    return fail(rule, text`the rule leaves uploads alone.`);
  const open = places.find(({ isUnknown }) => isUnknown);
  return open ? undetermined(open) : judgeRuleOn(rule);
}

function judge({ type, props }: Subject): Outcome {
  const rules = BUCKETS.includes(type) ? saidInline(props, LIFECYCLE) : saidApart(props, LIFECYCLE);
  if (rules.length === 0) return notApplicable("No lifecycle is set here");
  const judged = rules.map(aborts);
  const missing = text`no rule that is in force for the whole bucket aborts uploads that were never completed.`;
  return (
    judged.find(({ verdict }) => verdict === "pass") ??
    judged.find(({ verdict }) => verdict === "undetermined") ??
    fail(BUCKETS.includes(type) ? "lifecycleRules" : "rules", missing)
  );
}

export const control = defineControl({
  id: "S3-18",
  name: "lifecycle-aborts-uploads",
  title: "Lifecycles abort uploads that were never completed",
  why: "The parts of an upload that broke off are invisible, and are paid for until someone aborts it.",
  fix: "Add a rule without filter that sets abortIncompleteMultipartUpload.daysAfterInitiation.",
  severity: "low",
  enforcement: "advisory",
  types: [...BUCKETS, ...LIFECYCLE.types],
  resource: judge,
  references: { nist80053: ["SI-12"], wellArchitected: ["COST04-BP05"], checkov: ["CKV_AWS_300"] },
});
