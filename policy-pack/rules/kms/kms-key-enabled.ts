import { KEYS, OWN_KEYS } from "../../aws/keys";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

const isEnabled = oneOf("isEnabled", [true], true);
const isOtherEnabled = oneOf("enabled", [true], true);

export const control = defineControl({
  id: "KMS-04",
  name: "kms-key-enabled",
  title: "Keys are enabled",
  why: "What is encrypted with a disabled key cannot be read, started or restored.",
  fix: "Leave isEnabled or enabled out, or set it to true; delete keys that are no longer used.",
  severity: "low",
  enforcement: "advisory",
  types: KEYS,
  resource: (subject) => (OWN_KEYS.includes(subject.type) ? isEnabled(subject) : isOtherEnabled(subject)),
  references: {
    nist80053: ["SC-12"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_227"],
    prowler: ["kms_cmk_are_used"],
  },
});
