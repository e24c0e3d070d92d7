import { tokens } from "../../aws/tokens";
import { WEB_ACLS } from "../../aws/web-acl";
import { defineControl, located } from "../../registry/control";
import { present } from "../../shapes/property";
import { satelliteExists } from "../../shapes/satellite";
import { text } from "../../verdict/text";

/** Web ACLs of the first generation, which carry their logging with them. */
const CLASSIC = tokens("waf/webAcl:WebAcl", "wafregional/webAcl:WebAcl");

const isLogged = present("loggingConfiguration.logDestination");
const haveLogging = satelliteExists({
  of: WEB_ACLS,
  types: tokens("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"),
  property: "resourceArn",
  missing: text`no WebAclLoggingConfiguration belongs to the web ACL.`,
});

export const control = defineControl({
  id: "WAF-02",
  name: "web-acl-logged",
  title: "Web ACLs log what they judge",
  why: "Without logs a blocked customer cannot be told from a blocked attack.",
  fix: "Add an aws.wafv2.WebAclLoggingConfiguration with the web ACL's ARN.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: [...WEB_ACLS, ...CLASSIC],
  stack: (stack) => [
    ...haveLogging(stack),
    ...stack.ofTypes(CLASSIC).map((acl) => located(acl, isLogged(acl))),
  ],
  references: {
    securityHub: ["WAF.11", "WAF.1"],
    nist80053: [
      "AC-4(26)",
      "AU-10",
      "AU-12",
      "AU-2",
      "AU-3",
      "AU-6(3)",
      "AU-6(4)",
      "CA-7",
      "SC-7(10)",
      "SC-7(9)",
      "SI-7(8)",
    ],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV2_AWS_31", "CKV_AWS_176"],
    cdkNag: ["WAFv2LoggingEnabled"],
    awsConfig: ["wafv2-logging-enabled", "waf-classic-logging-enabled"],
    prowler: [
      "wafv2_webacl_logging_enabled",
      "waf_global_webacl_logging_enabled",
      "waf_regional_webacl_logging_enabled",
    ],
    pulumi: ["PB:wafv2-logging-enabled"],
  },
});
