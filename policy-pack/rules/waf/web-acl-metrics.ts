import { tokens } from "../../aws/tokens";
import { inlineRules, SEPARATE_WEB_ACL_RULES, WEB_ACLS } from "../../aws/web-acl";
import { anyCase } from "../../reading/any-case";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Judgement, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(holder: View): Outcome {
  const place = anyCase(holder, "visibilityConfig.cloudwatchMetricsEnabled");
  if (place.isUnknown) return undetermined(place);
  return known(place.boolean()) === true
    ? pass
    : fail(place, text`no metrics are sent; required: cloudwatchMetricsEnabled.`, place.path);
}

function judgeAll({ props }: Subject): Judgement {
  const { rules, open } = inlineRules(props);
  return [judge(props), ...rules.map(judge), ...(open ? [undetermined(open)] : [])].filter(
    ({ verdict }) => verdict !== "pass",
  );
}

export const control = defineControl({
  id: "WAF-03",
  name: "web-acl-metrics",
  title: "Web ACLs, rule groups and each of their rules send metrics",
  why: "An alarm on blocked requests is often the first sign of an attack, or of a rule that blocks customers.",
  fix: "Set cloudwatchMetricsEnabled in every visibilityConfig to true.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: [...WEB_ACLS, ...tokens("wafv2/ruleGroup:RuleGroup"), ...SEPARATE_WEB_ACL_RULES],
  resource: judgeAll,
  references: {
    securityHub: ["WAF.12"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "CA-7", "SI-4"],
    wellArchitected: ["SEC04-BP01", "OPS04-BP02"],
    awsConfig: ["wafv2-rulegroup-logging-enabled"],
    prowler: ["wafv2_webacl_rule_logging_enabled"],
  },
});
