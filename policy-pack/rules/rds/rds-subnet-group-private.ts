import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { privateSubnets } from "../../shapes/private-subnets";

const GROUPS = tokens("rds/subnetGroup:SubnetGroup");

export const control = defineControl({
  id: "RDS-06",
  name: "rds-subnet-group-private",
  title: "Subnet groups of databases hold no subnet with a route to an internet gateway",
  why: "In a public subnet a database is reachable as soon as it gets a public address.",
  fix: "Give subnetIds of private subnets to the aws.rds.SubnetGroup.",
  severity: "high",
  enforcement: "mandatory",
  types: GROUPS,
  stack: privateSubnets(GROUPS),
  references: {
    securityHub: ["RDS.46"],
    nist80053: ["AC-4", "AC-4(21)", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    wellArchitected: ["SEC05-BP01"],
    pulumi: ["PB:rds-private-subnet-validation"],
  },
});
