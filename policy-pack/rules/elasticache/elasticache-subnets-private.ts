import { SERVERLESS_CACHES } from "../../aws/caches";
import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { privateSubnets } from "../../shapes/private-subnets";

const TYPES = [...tokens("elasticache/subnetGroup:SubnetGroup"), ...SERVERLESS_CACHES];

export const control = defineControl({
  id: "EC-10",
  name: "elasticache-subnets-private",
  title: "Caches are in subnets without a route to an internet gateway",
  why: "A cache has no business with the internet, and its protocol was not made for it.",
  fix: "Give subnetIds of private subnets to the aws.elasticache.SubnetGroup or ServerlessCache.",
  severity: "medium",
  enforcement: "advisory",
  types: TYPES,
  stack: privateSubnets(TYPES),
  references: {
    nist80053: ["AC-4", "SC-7", "SC-7(11)"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["elasticache_cluster_uses_public_subnet"],
  },
});
