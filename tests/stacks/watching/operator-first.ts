const shell = (...lines: readonly string[]): string => ["```sh", ...lines, "```"].join("\n");

/** What an operator does first, with the commands and the places in the console. */
export const operatorFirst: readonly string[] = [
  "### Find the dashboard",
  "The link is in the alarm. Without one: CloudWatch, _Dashboards_, `<environment>-overview`; it leads to all others. Each workload has `<environment>-workload-<name>`, where one moment is one vertical line from the balancer down to the database; what all stand on is `<environment>-foundations`.",
  shell(
    "aws cloudwatch list-dashboards --dashboard-name-prefix <environment>-",
    "npm start -- <environment>   # before anything exists: the report has a page that draws every dashboard",
  ),
  "### Silence a window",
  "Planned: give it a name under `platform:monitoring.mutes` of `Pulumi.<environment>.yaml`, with its time and what it is about, and deploy. In a hurry: the command below, for one hour from a moment on; CloudWatch, _Alarms_, shows it among the mute rules. Alarms change their state all the same; nobody is called.",
  shell(
    "aws cloudwatch put-alarm-mute-rule --name <environment>-now \\",
    `  --rule '{"Schedule":{"Expression":"at(2026-12-01T03:00)","Duration":"PT1H","Timezone":"UTC"}}' \\`,
    `  --mute-targets '{"AlarmNames":["<environment>-unwell-orders","<environment>-objective-orders-fast","<environment>-objective-orders-slow"]}'`,
    "aws cloudwatch delete-alarm-mute-rule --alarm-mute-rule-name <environment>-now   # loud again, at once",
  ),
  "### Run the runbook",
  "The alarm names its document: Systems Manager, _Automation_, _Execute runbook_, _Owned by me_, `<environment>-<runbook>`; its page is in [`docs/runbooks`](runbooks/README.md). The first run is dry: it shows what it would do. Whoever runs it needs the policy of its group, which `platform:identity.runs` of the account gives.",
  shell(
    "aws ssm start-automation-execution --document-name <environment>-restart-service \\",
    '  --parameters "Service=<environment>-orders,DryRun=true"   # then DryRun=false',
    "aws ssm get-automation-execution --automation-execution-id <id>",
  ),
  "Where it asks for consent, whoever is paged hears of it (`approval-wanted`), and somebody else answers within the hour, as `account-approver`:",
  shell("aws ssm send-automation-signal --automation-execution-id <id> --signal-type Approve   # or Reject"),
];
