import { KEY_POLICIES, KEYS } from "../../aws/keys";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "KMS-06",
  name: "kms-key-lockout-check",
  title: "The check against locking everyone out of a key is not bypassed",
  why: "A key that nobody can manage is lost, and only AWS Support may bring it back.",
  fix: "Leave bypassPolicyLockoutSafetyCheck out or set it to false.",
  severity: "high",
  enforcement: "mandatory",
  types: [...KEYS, ...KEY_POLICIES],
  resource: oneOf("bypassPolicyLockoutSafetyCheck", [false], false),
  references: {
    nist80053: ["CP-9", "SC-12"],
    wellArchitected: ["SEC08-BP01"],
    pulumi: ["CP:kms-key-disallow-bypass-policy-lockout-safety-check"],
  },
});
