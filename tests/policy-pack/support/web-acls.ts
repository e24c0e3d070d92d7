import { aws, type Resource, UNKNOWN } from "./fixtures";

const GROUP = "AWSManagedRulesKnownBadInputsRuleSet";

/** AWS's group against known bad inputs, as a rule of a web ACL. */
export function badInputs(
  props: { readonly name?: string; readonly override?: object; readonly overrides?: readonly object[] } = {},
): object {
  const { name = GROUP, override = { none: {} }, overrides = [] } = props;
  const managedRuleGroupStatement = { vendorName: "AWS", name, ruleActionOverrides: overrides };
  return {
    name: "bad-inputs",
    priority: 1,
    overrideAction: override,
    statement: { managedRuleGroupStatement },
  };
}

/** A web ACL with rules. */
export function webAcl(...rules: readonly object[]): Resource {
  return aws("wafv2/webAcl:WebAcl", { scope: "REGIONAL", rules: [...rules] });
}

/** Web ACLs of the stack that block known bad inputs. */
export const BLOCKING: Readonly<Record<string, Readonly<Record<string, Resource>>>> = {
  "a web ACL with the group": { acl: webAcl(badInputs()) },
  "a web ACL with the group in JSON text": {
    acl: aws("wafv2/webAcl:WebAcl", {
      ruleJson: JSON.stringify([
        {
          Name: "r",
          OverrideAction: { None: {} },
          Statement: { ManagedRuleGroupStatement: { Name: GROUP } },
        },
      ]),
    }),
  },
};

/** Web ACLs that do not. */
export const LENIENT: typeof BLOCKING = {
  "a web ACL with another group": { acl: webAcl(badInputs({ name: "AWSManagedRulesCommonRuleSet" })) },
  "a web ACL that only counts": { acl: webAcl(badInputs({ override: { count: {} } })) },
  "a web ACL that only counts Log4j": {
    acl: webAcl(badInputs({ overrides: [{ name: "Log4JRCE_HEADER", actionToUse: { count: {} } }] })),
  },
  "a web ACL without rules": { acl: webAcl() },
};

/** Web ACLs of which it cannot be told. */
export const UNSEEN_RULES: typeof BLOCKING = {
  "a web ACL whose rules are computed": { acl: aws("wafv2/webAcl:WebAcl", { rules: UNKNOWN }) },
  "a web ACL with a group of an unknown name": { acl: webAcl(badInputs({ name: UNKNOWN })) },
};
