import { KEYS } from "../../aws/keys";
import { defineControl } from "../../registry/control";
import { described } from "../../shapes/description";

export const control = defineControl({
  id: "KMS-07",
  name: "kms-key-description",
  title: "Keys say what they are for",
  why: "Nobody dares to delete, or to keep, a key that nobody understands.",
  fix: "Set description to what the key encrypts.",
  severity: "low",
  enforcement: "advisory",
  types: KEYS,
  resource: described,
  references: {
    nist80053: ["CM-8", "SC-12"],
    wellArchitected: ["SEC08-BP01"],
    pulumi: ["CP:kms-key-missing-description"],
  },
});
