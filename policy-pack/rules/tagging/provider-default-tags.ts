import { defaultTags } from "../../aws/tags";
import { PROVIDER } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { requiredKeys } from "../../settings/tag-contract";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { key as shown, text } from "../../verdict/text";

export const control = defineControl({
  id: "TAG-06",
  name: "provider-default-tags",
  title: "Providers have default tags with the required keys",
  why: "Default tags are the one place that no resource can forget.",
  fix: "Set defaultTags.tags on the aws.Provider, or aws:defaultTags in the stack's configuration.",
  severity: "medium",
  enforcement: "advisory",
  types: [PROVIDER],
  resource: ({ props }, { tagContract }) => {
    const keys = requiredKeys(tagContract);
    if (keys.length === 0) return notApplicable("The tag contract requires no key");
    const tags = defaultTags(props);
    if (tags.isUnknown) return undetermined(tags);
    const missing = keys.filter((key) => tags.child(key).isAbsent);
    return missing.length === 0
      ? pass
      : missing.map((key) => fail(tags, text`the provider's default tags lack ${shown(key)}.`, key));
  },
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
  },
});
