import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { exportsLogs, type LogsByEngine, logsParameter } from "../../shapes/exported-logs";

interface Parameters {
  readonly logs: LogsByEngine;
}

/** What Security Hub's RDS.9 asks for; the Express Edition of SQL Server has no agent. */
const LOGS: LogsByEngine = {
  mysql: ["audit", "error", "general", "slowquery"],
  mariadb: ["audit", "error", "general", "slowquery"],
  postgres: ["postgresql", "upgrade"],
  oracle: ["alert", "audit", "listener", "trace"],
  sqlserver: ["agent", "error"],
  "sqlserver-ex": ["error"],
};

export const control = defineControl<Parameters>({
  id: "RDS-18",
  name: "rds-instance-log-exports",
  title: "Database instances export the logs of their engine to CloudWatch",
  why: "Logs that stay on the instance are lost with it, and nobody is alarmed by them.",
  fix: "Set enabledCloudwatchLogsExports on the aws.rds.Instance.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  parameters: { logs: logsParameter(LOGS) },
  resource: (subject, { parameters }) => exportsLogs(subject, parameters.logs),
  references: {
    securityHub: ["RDS.9", "RDS.36", "RDS.40", "RDS.42"],
    nist80053: [
      "AC-2(4)",
      "AC-4(26)",
      "AC-6(9)",
      "AU-10",
      "AU-12",
      "AU-2",
      "AU-3",
      "AU-6(3)",
      "AU-6(4)",
      "CA-7",
      "SI-4(20)",
      "SI-7(8)",
    ],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_129"],
    cdkNag: ["RDSLoggingEnabled"],
    awsConfig: ["rds-logging-enabled"],
    prowler: ["rds_instance_integration_cloudwatch_logs"],
    pulumi: ["PB:rds-audit-logging", "PB:rds-instance-logging-enabled"],
  },
});
