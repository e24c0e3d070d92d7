import { CLUSTER_INSTANCES, CLUSTERS, engineOf, INSTANCES } from "../../aws/databases";
import { defineControl, located } from "../../registry/control";
import { parameterIs } from "../../shapes/database-parameter";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TYPES = [...INSTANCES, ...CLUSTERS];

/** PostgreSQL's own parameters log no statements. */
const WANTED = [
  {
    names: ["log_statement"],
    isGood: (value: string) => ["ddl", "mod", "all"].includes(value.toLowerCase()),
    required: text`ddl, mod or all`,
  },
  {
    names: ["log_min_duration_statement"],
    isGood: (value: string) => Number(value) >= 0,
    required: text`milliseconds from which a statement is logged`,
  },
];

/** The parameter groups of all instances of a cluster may set what the cluster's own group leaves out. */
function judgeOne(stack: StackIndex, database: StackResource, wanted: (typeof WANTED)[number]): Outcome {
  const own = parameterIs(stack, database, wanted);
  const instances = stack.referrers(database, "clusterIdentifier", CLUSTER_INSTANCES);
  const theirs = instances.map((instance) => parameterIs(stack, instance, wanted).verdict);
  if (own.verdict !== "fail" || theirs.length === 0) return own;
  if (theirs.every((verdict) => verdict === "pass")) return pass;
  return theirs.includes("undetermined") ? undetermined("") : own;
}

function judge(stack: StackIndex, database: StackResource): readonly Outcome[] {
  const engine = engineOf(stack, database);
  if (engine === undefined) return [undetermined("engine")];
  if (!/^(aurora-)?postgres(ql)?$/.test(engine)) return [notApplicable("The engine is not PostgreSQL")];
  return WANTED.map((wanted) => judgeOne(stack, database, wanted));
}

export const control = defineControl({
  id: "RDS-21",
  name: "rds-postgresql-query-logging",
  title: "PostgreSQL logs what changes data definitions and what takes long",
  why: "Without statements in the log nobody can tell afterwards who changed what, or what made the database slow.",
  fix: "Set log_statement and log_min_duration_statement in the parameter group of the database.",
  severity: "low",
  enforcement: "advisory",
  types: TYPES,
  stack: (stack) =>
    stack
      .ofTypes(TYPES)
      .flatMap((database) => judge(stack, database).map((outcome) => located(database, outcome))),
  references: {
    nist80053: ["AU-2", "AU-3", "AU-12"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV2_AWS_27", "CKV2_AWS_30"],
  },
});
