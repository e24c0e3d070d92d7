import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { eachPublicZone, ZONES } from "../../shapes/hosted-zone";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const QUERY_LOGS = tokens("route53/queryLog:QueryLog");

export const control = defineControl({
  id: "R53-01",
  name: "public-zone-query-log",
  title: "Public hosted zones log the queries that they answer",
  why: "Queries show who looks for hosts that do not exist, and which names are really used.",
  fix: "Add an aws.route53.QueryLog with the zone's id, and a log group in us-east-1.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: ZONES,
  stack: eachPublicZone((stack, zone) => {
    if (stack.referrers(zone, "zoneId", QUERY_LOGS).length > 0) return pass;
    const open = stack.openReferrer(zone, "zoneId", QUERY_LOGS);
    return open ? undetermined("", open.urn) : fail("", text`no QueryLog belongs to the zone.`);
  }),
  references: {
    securityHub: ["Route53.2"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV2_AWS_39"],
    prowler: ["route53_public_hosted_zones_cloudwatch_logging_enabled"],
  },
});
