import type { AccountAlert } from "../core/account-alert";

/**
 * What people are told of quotas, of any service that AWS measures the use of, also where no alarm of this platform looks:
 * AWS watches them all, and tells at 80 and at 95 %.
 *
 * Source: https://docs.aws.amazon.com/servicequotas/latest/userguide/auto-mgmt-ct-logs.html, 2026-11
 */
export const quotaAlerts: readonly AccountAlert[] = [
  {
    word: "quota-nearly-used",
    meaning: "A quota is nearly used up; run raise-quota",
    opsItem: true,
    pattern: {
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: { service: ["SERVICEQUOTAS"], eventTypeCode: ["AWS_SERVICEQUOTAS_THRESHOLD_BREACH"] },
    },
  },
];
