export { Monitoring } from "./monitoring";
export type { MonitoringArgs, TelemetrySizes } from "./monitoring-args";
export { SharedTelemetry } from "./shared-telemetry";
export { traceGrant } from "./trace-grant";
export { TraceSearch } from "./trace-search";
