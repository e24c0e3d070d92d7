import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { within } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

interface Parameters {
  readonly leastDays: number;
}

/** CloudWatch spells "never expire" as a retention of zero days. */
const NEVER_EXPIRES = 0;

export const control = defineControl<Parameters>({
  id: "CW-02",
  name: "log-group-retention",
  title: "Log groups keep their events long enough, and not for ever",
  why: "Too short a log ends before an investigation begins; an endless one is paid for endlessly.",
  fix: "Set retentionInDays on the aws.cloudwatch.LogGroup.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("cloudwatch/logGroup:LogGroup"),
  parameters: {
    leastDays: {
      type: "integer",
      minimum: 1,
      maximum: 3653,
      default: 365,
      description: "Shortest retention, in days.",
    },
  },
  resource: (subject, { parameters }) =>
    known(subject.props.at("logGroupClass").string()) === "DELIVERY"
      ? notApplicable("AWS keeps the events of this class for two days, whatever is set")
      : within("retentionInDays", { least: parameters.leastDays }, NEVER_EXPIRES)(subject),
  references: {
    securityHub: ["CloudWatch.16"],
    nist80053: ["AU-6(3)", "AU-6(4)", "AU-10", "AU-11", "CA-7", "SI-12"],
    wellArchitected: ["SEC04-BP01", "COST04-BP05"],
    checkov: ["CKV_AWS_66", "CKV_AWS_338"],
    cdkNag: ["CloudWatchLogGroupRetentionPeriod"],
    awsConfig: ["cw-loggroup-retention-period-check"],
    prowler: ["cloudwatch_log_group_retention_policy_specific_days_enabled"],
    pulumi: ["PB:cloudwatch-log-retention"],
  },
});
