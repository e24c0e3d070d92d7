import { CERTIFICATES } from "../../aws/certificates";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Judgement, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judgeName(place: View): Outcome {
  if (place.isUnknown) return undetermined(place);
  return known(place.string())?.startsWith("*.") === true
    ? fail(place, text`the name is a wildcard; required: names in full.`, place.path)
    : pass;
}

function judge({ props }: Subject): Judgement {
  const others = props.at("subjectAlternativeNames");
  const names = [props.at("domainName"), ...(others.isUnknown ? [others] : others.items())];
  return names.map(judgeName).filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "ACM-03",
  name: "certificate-no-wildcard",
  title: "Certificates name their hosts in full",
  why: "Whoever gets the key of a wildcard certificate can be any host of the domain.",
  fix: "List the hosts in domainName and subjectAlternativeNames.",
  severity: "low",
  // Off until asked for: keys of ACM do not leave AWS, and a wildcard keeps host names out of the public logs.
  enforcement: "disabled",
  types: CERTIFICATES,
  resource: judge,
  references: { nist80053: ["AC-6", "SC-17"], wellArchitected: ["SEC09-BP01"], checkov: ["CKV2_AWS_71"] },
});
