import { CLUSTER_INSTANCES, INSTANCES } from "../../aws/databases";
import { defineControl, type Subject } from "../../registry/control";
import { unlessCluster, withClusters } from "../../shapes/cluster-setting";
import { present, within } from "../../shapes/property";
import type { Outcome } from "../../verdict/outcome";

interface Parameters {
  readonly mostSeconds: number;
}

function monitored({ mostSeconds }: Parameters) {
  return (subject: Subject): Outcome => {
    const interval = within("monitoringInterval", { least: 1, most: mostSeconds }, 0)(subject);
    return interval.verdict === "pass" ? present("monitoringRoleArn")(subject) : interval;
  };
}

export const control = defineControl<Parameters>({
  id: "RDS-17",
  name: "rds-enhanced-monitoring",
  title: "Database instances have enhanced monitoring",
  why: "Metrics of the operating system tell a starved process from a busy one; those of the hypervisor do not.",
  fix: "Set monitoringInterval and monitoringRoleArn, on the instance or on its cluster.",
  severity: "low",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTER_INSTANCES],
  parameters: {
    mostSeconds: {
      type: "integer",
      enum: [1, 5, 10, 15, 30, 60],
      default: 60,
      description: "Longest time between two measurements, in seconds.",
    },
  },
  resource: (subject, { parameters }) => unlessCluster(monitored(parameters))(subject),
  stack: (stack, { parameters }) => withClusters(stack, monitored(parameters)),
  references: {
    securityHub: ["RDS.6"],
    nist80053: ["CA-7", "SI-2"],
    wellArchitected: ["OPS04-BP02"],
    checkov: ["CKV_AWS_118"],
    cdkNag: ["RDSEnhancedMonitoringEnabled"],
    awsConfig: ["rds-enhanced-monitoring-enabled"],
    prowler: ["rds_instance_enhanced_monitoring_enabled"],
    pulumi: ["PB:rds-instance-enhanced-monitoring", "PB:rds-clusterinstance-enhanced-monitoring"],
  },
});
