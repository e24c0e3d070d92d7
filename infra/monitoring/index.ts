export { Monitoring } from "./monitoring";
export type { MonitoringArgs, TelemetrySizes } from "./monitoring-args";
export { traceGrant } from "./trace-grant";
export { TraceSearch } from "./trace-search";
