import { CLUSTER_INSTANCES, INSTANCES } from "../../aws/databases";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

const SHARD_GROUPS = tokens("rds/shardGroup:ShardGroup");
const isPrivate = oneOf("publiclyAccessible", [false], false);
// Left out, AWS decides by whether the VPC has an internet gateway.
const saysPrivate = oneOf("publiclyAccessible", [false]);

export const control = defineControl({
  id: "RDS-05",
  name: "rds-not-public",
  title: "Databases have no public address",
  why: "A database with a public address is one open security group away from everyone who guesses passwords.",
  fix: "Set publiclyAccessible to false; a shard group must say so, because AWS decides otherwise.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...INSTANCES, ...CLUSTER_INSTANCES, ...SHARD_GROUPS],
  resource: (subject) => (SHARD_GROUPS.includes(subject.type) ? saysPrivate(subject) : isPrivate(subject)),
  references: {
    securityHub: ["RDS.2"],
    cis3: ["2.3.3"],
    nist80053: ["AC-4", "AC-4(21)", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)", "SC-7(4)", "SC-7(5)"],
    wellArchitected: ["SEC05-BP01"],
    checkov: ["CKV_AWS_17"],
    cdkNag: ["RDSInstancePublicAccess"],
    awsConfig: ["rds-instance-public-access-check"],
    prowler: ["rds_instance_no_public_access"],
    trivy: ["AWS-0180"],
    pulumi: [
      "AG:rds-instance-public-access",
      "CP:rds-instance-disallow-public-access",
      "CP:rds-clusterinstance-disallow-public-access",
      "PB:rds-instance-disallow-public-access",
    ],
  },
});
