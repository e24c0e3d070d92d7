import { defineControl } from "../../registry/control";
import { all, present } from "../../shapes/property";
import { TRAILS } from "../../shapes/trails";

export const control = defineControl({
  id: "CT-04",
  name: "trail-to-log-group",
  title: "Trails deliver to CloudWatch Logs",
  why: "Metric filters and alarms read log groups; files in a bucket wait for somebody to look.",
  fix: "Set cloudWatchLogsGroupArn and cloudWatchLogsRoleArn on the aws.cloudtrail.Trail.",
  severity: "low",
  enforcement: "advisory",
  types: TRAILS,
  resource: all(present("cloudWatchLogsGroupArn"), present("cloudWatchLogsRoleArn")),
  references: {
    securityHub: ["CloudTrail.5"],
    nist80053: ["AC-2(4)", "AU-6", "AU-6(1)", "AU-6(3)", "AU-12", "CA-7", "SI-4(5)"],
    wellArchitected: ["SEC04-BP01", "SEC04-BP02"],
    checkov: ["CKV2_AWS_10"],
    cdkNag: ["CloudTrailCloudWatchLogsEnabled"],
    awsConfig: ["cloud-trail-cloud-watch-logs-enabled"],
    prowler: ["cloudtrail_cloudwatch_logging_enabled"],
    trivy: ["AWS-0162"],
    pulumi: ["PB:cloudtrail-cloudwatch-logs-integration"],
  },
});
