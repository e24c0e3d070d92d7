import { CLUSTERS } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { within } from "../../shapes/property";

interface Parameters {
  readonly leastDays: number;
}

/** What the provider sets where the program sets nothing. */
const UNSET_DAYS = 1;

export const control = defineControl<Parameters>({
  id: "RDS-10",
  name: "rds-cluster-backup-retention",
  title: "Automatic backups of clusters are kept long enough",
  why: "The default is one day, which is over before most damage is noticed.",
  fix: "Set backupRetentionPeriod on the aws.rds.Cluster.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  parameters: {
    leastDays: {
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 7,
      description: "Shortest retention, in days.",
    },
  },
  resource: (subject, { parameters }) =>
    within("backupRetentionPeriod", { least: parameters.leastDays }, UNSET_DAYS)(subject),
  references: {
    securityHub: ["RDS.50"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP03"],
    checkov: ["CKV_AWS_133"],
    cdkNag: ["AwsSolutions-RDS13"],
    trivy: ["AWS-0077"],
    pulumi: [
      "CP:rds-cluster-enable-backup-retention",
      "CP:rds-cluster-configure-backup-retention",
      "PB:rds-cluster-enable-backup-retention",
    ],
  },
});
