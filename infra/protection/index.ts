export { Alerts, type AlertsArgs } from "./alerts";
export { Protection, type ProtectionArgs } from "./protection";
