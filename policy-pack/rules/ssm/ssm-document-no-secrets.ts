import { holdsSecret, isSecretVariable } from "../../aws/secrets-in-text";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Whether a text anywhere in a document is a secret, by itself or by the name that it stands under. */
function hasSecret(place: View, name = ""): boolean {
  if (place.isList) return place.items().some((item) => hasSecret(item, name));
  if (place.isObject) return place.keys().some((key) => hasSecret(place.child(key), key));
  const value = known(place.string());
  return value !== undefined && isSecretVariable(name, value);
}

export const control = defineControl({
  id: "SSM-05",
  name: "ssm-document-no-secrets",
  title: "Documents of Systems Manager hold no secrets",
  why: "Everyone who may describe a document reads it, and so does the state of the program.",
  fix: "Refer to a parameter or a secret in the document, such as {{ssm-secure:name}}.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("ssm/document:Document"),
  resource: ({ props }) => {
    const content = props.at("content");
    // A document in YAML is one text.
    if (hasSecret(content.document()) || holdsSecret(known(content.string()) ?? "")) {
      return fail(content, text`the document looks as if it held a secret; required: a reference.`);
    }
    const unknown = content.isUnknown ? content : content.isObject ? content.firstUnknown() : undefined;
    return unknown ? undetermined(unknown) : pass;
  },
  references: {
    nist80053: ["IA-5", "IA-5(7)", "SC-28"],
    wellArchitected: ["SEC02-BP03"],
    prowler: ["ssm_document_secrets"],
  },
});
