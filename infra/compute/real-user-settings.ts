import { settingName } from "../core/grant";

/** Settings that workloads with pages of their own read, by what each says. */
export const realUserSettings = {
  appMonitor: settingName("real-users", "app-monitor-id"),
  identityPool: settingName("real-users", "identity-pool-id"),
  percent: settingName("real-users", "percent"),
} as const;
