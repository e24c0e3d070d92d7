import type { AccountAlert } from "../core/account-alert";

/**
 * What people are told of managed instances. The stack of each environment tells the same of its own with less ado; these
 * reach instances outside of every environment too, and leave work behind.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html, 2026-11
 */
export const systemsAlerts: readonly AccountAlert[] = [
  {
    word: "not-compliant",
    meaning: "An instance lacks patches against severe holes; run patch-now",
    opsItem: true,
    pattern: {
      source: ["aws.ssm"],
      "detail-type": ["Configuration Compliance State Change"],
      detail: {
        "compliance-type": ["Patch"],
        "compliance-status": ["non_compliant"],
        severity: ["critical", "high"],
      },
    },
  },
  {
    word: "not-managed",
    meaning: "An inventory, an agent's update or a scan for patches did not work on an instance",
    opsItem: false,
    pattern: {
      source: ["aws.ssm"],
      "detail-type": ["EC2 State Manager Association State Change"],
      detail: { status: ["Failed"] },
    },
  },
  {
    word: "window-failed",
    meaning: "Instances were not patched in their window; run patch-now",
    opsItem: true,
    pattern: {
      source: ["aws.ssm"],
      "detail-type": ["Maintenance Window Execution State-change Notification"],
      detail: { status: ["FAILED", "TIMED_OUT", "SKIPPED_OVERLAPPING"] },
    },
  },
  {
    word: "public-sharing",
    meaning:
      "Somebody has changed what Systems Manager allows in a Region: sharing with the public, tiers, logs",
    opsItem: true,
    pattern: {
      source: ["aws.ssm"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventName: ["ResetServiceSetting", "UpdateServiceSetting"] },
    },
  },
];
