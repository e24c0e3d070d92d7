import type { Grant } from "../core/grant";
import { physicalName } from "../core/names";
import { serviceDomain } from "../core/arn";
import type { Scope } from "../core/scope";
import type { TelemetrySizes } from "./monitoring-args";

/** Name by which traces know a workload, and by which its trace group finds them. */
export function tracedName(scope: Scope, workload: string): string {
  return physicalName("trace-group", scope, workload);
}

/**
 * What a workload needs in order to send traces: it speaks OpenTelemetry to X-Ray itself, without a collector beside it.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-OTLPEndpoint.html, 2026-11
 */
export function traceGrant(scope: Scope, workload: string, { tracePercent }: TelemetrySizes): Grant {
  return {
    to: "traces, write",
    statements: [
      {
        sid: "SendTraces",
        actions: [
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ],
        resources: ["*"],
        wildcards: { resources: "traces are no resources: AWS takes these actions for the account alone" },
      },
    ],
    settings: {
      OTEL_SERVICE_NAME: tracedName(scope, workload),
      OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${scope.environment}`,
      OTEL_TRACES_EXPORTER: "otlp",
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: "http/protobuf",
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `https://${serviceDomain("xray", scope.region)}/v1/traces`,
      OTEL_METRICS_EXPORTER: "none",
      OTEL_LOGS_EXPORTER: "none",
      OTEL_PROPAGATORS: "tracecontext,xray",
      // Whoever is called keeps to what the caller has decided, so that a trace is whole or is not there.
      OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
      OTEL_TRACES_SAMPLER_ARG: String(tracePercent / 100),
    },
  };
}
