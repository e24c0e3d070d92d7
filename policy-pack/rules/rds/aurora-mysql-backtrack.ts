import { CLUSTERS } from "../../aws/databases";
import { isSet } from "../../reading/set";
import { defineControl } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { within } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

interface Parameters {
  readonly leastSeconds: number;
}

export const control = defineControl<Parameters>({
  id: "RDS-26",
  name: "aurora-mysql-backtrack",
  title: "Aurora MySQL can be turned back in time",
  why: "Backtracking undoes a wrong statement in minutes; it costs by the change, so it is off unless it is enabled.",
  fix: "Set backtrackWindow on the aws.rds.Cluster.",
  severity: "low",
  enforcement: "disabled",
  types: CLUSTERS,
  parameters: {
    leastSeconds: {
      type: "integer",
      minimum: 1,
      maximum: 259200,
      default: 86400,
      description: "Shortest time that can be turned back, in seconds.",
    },
  },
  resource: (subject, { parameters }) =>
    isSet(subject.props.at("globalClusterIdentifier"))
      ? notApplicable("Members of a global cluster cannot be turned back")
      : forEngines(
          /^aurora-mysql$/,
          within("backtrackWindow", { least: parameters.leastSeconds }, 0),
        )(subject),
  references: {
    securityHub: ["RDS.14"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    checkov: ["CKV_AWS_326"],
    cdkNag: ["AwsSolutions-RDS14"],
    awsConfig: ["aurora-mysql-backtracking-enabled"],
    prowler: ["rds_cluster_backtrack_enabled"],
  },
});
