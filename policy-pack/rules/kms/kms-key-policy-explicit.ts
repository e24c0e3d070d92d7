import { KEY_POLICIES, KEYS } from "../../aws/keys";
import { isSet } from "../../reading/set";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(stack: StackIndex, key: StackResource): Located {
  const isStated = isSet(key.props.at("policy")) || stack.referrers(key, "keyId", KEY_POLICIES).length > 0;
  if (isStated) return located(key, pass);
  const open = stack.openReferrer(key, "keyId", KEY_POLICIES);
  const missing = text`"policy" is not set, so every policy of IAM in the account decides over the key.`;
  return located(key, open ? undetermined("policy", open.urn) : fail("policy", missing));
}

export const control = defineControl({
  id: "KMS-03",
  name: "kms-key-policy-explicit",
  title: "Keys say who may use and who may manage them",
  why: "The policy that AWS fills in leaves it to IAM, where nobody sees all who may decrypt.",
  fix: "Set policy, or add an aws.kms.KeyPolicy, with users and managers in statements of their own.",
  severity: "low",
  enforcement: "advisory",
  types: KEYS,
  stack: (stack) => stack.ofTypes(KEYS).map((key) => judge(stack, key)),
  references: {
    nist80053: ["AC-3", "AC-5", "SC-12"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV2_AWS_64"],
  },
});
