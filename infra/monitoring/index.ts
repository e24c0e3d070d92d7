export { Monitoring } from "./monitoring";
export type { MonitoringArgs } from "./monitoring-args";
