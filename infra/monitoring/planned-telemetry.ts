import { regionalArn } from "../core/arn";
import type { Monitored } from "../core/monitored";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { TelemetryWord } from "./monitoring-args";
import { workloadOf } from "./planned-alarm";
import { tracedName } from "./trace-grant";

/** How one workload is looked into. */
export interface PlannedWorkloadTelemetry {
  /** Its name. */
  readonly workload: string;
  /** Who answers for it. */
  readonly owner: string;
  /** Its logs, by their names in AWS. */
  readonly logs: readonly string[];
  /** ARNs of its logs. */
  readonly logArns: readonly string[];
  /** Name in AWS of what finds the unusual in its logs. */
  readonly detector: string;
  /** Name by which its traces are found; nothing where it is not traced. */
  readonly traced: string | undefined;
}

/** How an environment is looked into. */
export interface TelemetryPlan {
  /** Workloads, in the order in which they are declared. */
  readonly workloads: readonly PlannedWorkloadTelemetry[];
  /** Logs of web ACLs, of which the front door's is one. */
  readonly webAclLogs: readonly string[];
}

/** What the names of logs of web ACLs begin with; AWS takes no others. */
const webAclPrefix = "aws-waf-logs-";

/** Plans how each workload is looked into. */
export function planTelemetry(
  scope: Scope,
  subjects: readonly Monitored[],
  words: Readonly<Record<string, TelemetryWord>>,
): TelemetryPlan {
  const logs = subjects.flatMap((thing) => (thing.kind === "log-group" ? [thing] : []));
  const workloads = subjects.flatMap(({ kind, name, owner }): readonly PlannedWorkloadTelemetry[] => {
    if (kind !== "service" && kind !== "fleet") return [];
    const own = logs.flatMap((log) => (workloadOf(log) === name ? [log.dimensions.LogGroupName] : []));
    return [
      {
        ...{ workload: name, owner, logs: own },
        logArns: own.map((log) => regionalArn(scope, "logs", `log-group:${log}`)),
        detector: physicalName("log-anomaly-detector", scope, name),
        traced: words[name] === "traced" ? tracedName(scope, name) : undefined,
      },
    ];
  });
  const webAclLogs = logs.flatMap(({ name }) => (name.startsWith(webAclPrefix) ? [name] : []));
  return { workloads, webAclLogs };
}
