import { hostRoleName, hostRolePath } from "./systems-policies";
import type { Parameters } from "./systems-args";

const tiers = {
  standard: "Standard",
  advanced: "Advanced",
  "intelligent-tiering": "Intelligent-Tiering",
} as const satisfies Record<Parameters["tier"], string>;

/**
 * Settings of a Region, by a word, with AWS's id and value. Each is said, also where it is AWS's default: who looks at a
 * Region then knows that it is meant.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html, 2026-11
 *
 * @param logGroup log group of scripts that runbooks run
 */
export function serviceSettings(
  { tier, highThroughput }: Parameters,
  logGroup: string,
): Readonly<Record<string, readonly [id: string, value: string]>> {
  return {
    "host-management": [
      "/ssm/managed-instance/default-ec2-instance-management-role",
      `${hostRolePath.slice(1)}${hostRoleName}`,
    ],
    "public-sharing": ["/ssm/documents/console/public-sharing-permission", "Disable"],
    "parameter-tier": ["/ssm/parameter-store/default-parameter-tier", tiers[tier]],
    "parameter-throughput": ["/ssm/parameter-store/high-throughput-enabled", String(highThroughput)],
    "script-log": ["/ssm/automation/customer-script-log-destination", "CloudWatch"],
    "script-log-group": ["/ssm/automation/customer-script-log-group-name", logGroup],
  };
}
