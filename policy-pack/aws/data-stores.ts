import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

const BY_VPC_GROUPS = tokens(
  "rds/instance:Instance",
  "rds/cluster:Cluster",
  "docdb/cluster:Cluster",
  "neptune/cluster:Cluster",
  "redshift/cluster:Cluster",
);
const BY_GROUPS = tokens(
  "elasticache/cluster:Cluster",
  "elasticache/replicationGroup:ReplicationGroup",
  "elasticache/serverlessCache:ServerlessCache",
  "dax/cluster:Cluster",
  "memorydb/cluster:Cluster",
);

/** Whether a security group guards databases or caches. */
export function guardsData(stack: StackIndex, group: StackResource): boolean {
  const users = [
    ...stack.referrers(group, "vpcSecurityGroupIds", [...BY_VPC_GROUPS]),
    ...stack.referrers(group, "securityGroupIds", [...BY_GROUPS]),
  ];
  return users.length > 0;
}
