import { CLUSTERS, engineOf } from "../../aws/databases";
import { defineControl, located } from "../../registry/control";
import { isOn, parameterIs } from "../../shapes/database-parameter";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** Aurora's own parameters record nothing. */
function judge(stack: StackIndex, cluster: StackResource): readonly Outcome[] {
  const engine = engineOf(stack, cluster);
  if (engine === undefined) return [undetermined("engine")];
  if (engine !== "aurora-mysql") return [notApplicable("The engine is not Aurora MySQL")];
  return [
    parameterIs(stack, cluster, { names: ["server_audit_logging"], isGood: isOn, required: text`1` }),
    parameterIs(stack, cluster, {
      names: ["server_audit_events"],
      isGood: (value) => value.trim() !== "",
      required: text`the events to record, such as CONNECT and QUERY_DDL`,
    }),
  ];
}

export const control = defineControl({
  id: "RDS-20",
  name: "aurora-mysql-audit-events",
  title: "Aurora MySQL records audit events",
  why: "Exporting the audit log is of no use while the cluster writes none.",
  fix: "Set server_audit_logging and server_audit_events in the aws.rds.ClusterParameterGroup of the cluster.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  stack: (stack) =>
    stack
      .ofTypes(CLUSTERS)
      .flatMap((cluster) => judge(stack, cluster).map((outcome) => located(cluster, outcome))),
  references: {
    securityHub: ["RDS.45"],
    nist80053: ["AU-2", "AU-3", "AU-12"],
    wellArchitected: ["SEC04-BP01"],
  },
});
