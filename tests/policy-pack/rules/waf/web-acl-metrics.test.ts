import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const seen = (cloudwatchMetricsEnabled: unknown) => ({ visibilityConfig: { cloudwatchMetricsEnabled } });
const acl = (...rules: readonly object[]) => ({
  acl: aws("wafv2/webAcl:WebAcl", { ...seen(true), rules: [...rules] }),
});
const json = (CloudWatchMetricsEnabled: boolean) => ({
  acl: aws("wafv2/webAcl:WebAcl", {
    ...seen(true),
    ruleJson: JSON.stringify([{ VisibilityConfig: { CloudWatchMetricsEnabled } }]),
  }),
});

fixtures("web-acl-metrics", {
  pass: {
    "a web ACL with metrics, and its rule": acl(seen(true)),
    "a rule in JSON text with metrics": json(true),
    "a rule group with metrics": { group: aws("wafv2/ruleGroup:RuleGroup", seen(true)) },
  },
  fail: {
    "a web ACL without": { acl: aws("wafv2/webAcl:WebAcl", seen(false)) },
    "one rule without of two": acl(seen(true), seen(false)),
    "a rule in JSON text without": json(false),
  },
  unknown: {
    "metrics that are computed": { acl: aws("wafv2/webAcl:WebAcl", seen(UNKNOWN)) },
    "rules that are computed": { acl: aws("wafv2/webAcl:WebAcl", { ...seen(true), rules: UNKNOWN }) },
  },
  unset: { "a rule that says nothing": ["fail", acl({ name: "r" })] },
  alias: {
    "a rule group without": { group: aws("wafv2/ruleGroup:RuleGroup", seen(false)) },
    "a rule that is a resource without": {
      rule: aws("wafv2/webAclRule:WebAclRule", { webAclArn: "arn:acl" }),
    },
  },
});
