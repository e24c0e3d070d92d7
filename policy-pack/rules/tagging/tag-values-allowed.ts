import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { eachTag } from "../../shapes/tagging";
import { fail, pass } from "../../verdict/outcome";
import { list, setting, text } from "../../verdict/text";

export const control = defineControl({
  id: "TAG-02",
  name: "tag-values-allowed",
  title: "Tags have one of the allowed values",
  why: 'A report that groups by "prod", "Prod" and "production" groups nothing.',
  fix: "Use one of the values of the tag contract.",
  severity: "medium",
  enforcement: "advisory",
  types: "taggable",
  resource: (subject, { tagContract }) =>
    eachTag(
      subject,
      tagContract,
      ({ values }) => values !== undefined,
      (place, { values = [] }) => {
        const isAllowed = values.includes(known(place.string()) ?? "");
        return isAllowed
          ? pass
          : fail(place, text`the value is not one of ${list(values.map(setting))}.`, place.path);
      },
    ),
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["COST03-BP02"],
    awsConfig: ["required-tags"],
    pulumi: ["PB:environment-separation-tagging"],
  },
});
