import { forcesTls } from "../../aws/database-versions";
import { CLUSTERS, engineOf, INSTANCES } from "../../aws/databases";
import { defineControl, located } from "../../registry/control";
import { isOn, parameterIs } from "../../shapes/database-parameter";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable, type Outcome } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TYPES = [...INSTANCES, ...CLUSTERS];

/** Engines that force encryption elsewhere, or not at all: Oracle does it by an option group. */
const BY_OTHER_MEANS = /^(custom-|oracle|db2)/;

/** The parameter of PostgreSQL and SQL Server, and that of MySQL and MariaDB. */
const NAMES = ["rds.force_ssl", "require_secure_transport"];

function judge(stack: StackIndex, database: StackResource): Outcome {
  if (BY_OTHER_MEANS.test(engineOf(stack, database) ?? "")) {
    return notApplicable("The engine has no parameter for this");
  }
  return parameterIs(stack, database, {
    names: NAMES,
    isGood: isOn,
    byDefault: forcesTls,
    required: text`1`,
  });
}

export const control = defineControl({
  id: "RDS-22",
  name: "rds-clients-use-tls",
  title: "Databases refuse connections that are not encrypted",
  why: "A client that does not ask for encryption gets none, and its password and data travel in the clear. Newer major versions refuse such clients by themselves.",
  fix: "Set rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL, MariaDB) to 1 in the parameter group of the database.",
  severity: "high",
  enforcement: "mandatory",
  types: TYPES,
  stack: (stack) => stack.ofTypes(TYPES).map((database) => located(database, judge(stack, database))),
  references: {
    securityHub: ["RDS.38", "RDS.39", "RDS.41", "RDS.44"],
    nist80053: ["AC-4", "IA-5(1)", "SC-12(3)", "SC-13", "SC-23", "SC-8", "SC-8(1)", "SC-8(2)"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV2_AWS_69"],
    awsConfig: ["rds-postgres-instance-encrypted-in-transit", "rds-mysql-instance-encrypted-in-transit"],
    prowler: ["rds_instance_transport_encrypted"],
    pulumi: ["PB:rds-instance-ssl-encryption", "PB:rds-clusterinstance-ssl-encryption"],
  },
});
