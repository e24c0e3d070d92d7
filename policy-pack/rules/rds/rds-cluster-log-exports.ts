import { CLUSTERS } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { exportsLogs, type LogsByEngine, logsParameter } from "../../shapes/exported-logs";

interface Parameters {
  readonly logs: LogsByEngine;
}

const LOGS: LogsByEngine = {
  "aurora-mysql": ["audit"],
  "aurora-postgresql": ["postgresql"],
  mysql: ["error", "slowquery"],
  postgres: ["postgresql"],
};

export const control = defineControl<Parameters>({
  id: "RDS-19",
  name: "rds-cluster-log-exports",
  title: "Clusters export the logs of their engine to CloudWatch",
  why: "Logs that stay on the instances are lost with them, and nobody is alarmed by them.",
  fix: "Set enabledCloudwatchLogsExports on the aws.rds.Cluster.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  parameters: { logs: logsParameter(LOGS) },
  resource: (subject, { parameters }) => exportsLogs(subject, parameters.logs),
  references: {
    securityHub: ["RDS.34", "RDS.37"],
    nist80053: ["AC-2(4)", "AC-4(26)", "AU-12", "AU-2", "AU-3", "AU-6(3)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_324", "CKV_AWS_325"],
    cdkNag: ["AwsSolutions-RDS16", "RDSLoggingEnabled"],
    prowler: ["rds_cluster_integration_cloudwatch_logs"],
    pulumi: ["PB:rds-cluster-logging-enabled"],
  },
});
