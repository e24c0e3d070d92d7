import { arn, roleArn } from "../core/arn";
import { physicalName } from "../core/names";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** ARN of Config's role, known before it exists. */
export function roleArnOf(scope: Scope): string {
  return roleArn(scope, physicalName("iam-role", scope, "config"));
}

/** ARN of AWS's own policy of what Config reads. */
export function managedConfigPolicy({ region }: Scope): string {
  const resource = "policy/service-role/AWS_ConfigRole";
  return arn({ partition: partitionOf(region), service: "iam", accountId: "aws", resource });
}
