export { Alerts, type AlertsArgs } from "./alerts";
export { Detection } from "./detection";
export { Protection, type ProtectionArgs } from "./protection";
