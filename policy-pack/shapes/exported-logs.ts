import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, type Judgement, notApplicable, undetermined } from "../verdict/outcome";
import { setting, text } from "../verdict/text";

/** Logs by engine, or by the family that a name such as `oracle-ee` begins with. */
export type LogsByEngine = Readonly<Record<string, readonly string[]>>;

/** The parameter that says which logs an engine must export. */
export function logsParameter(logs: LogsByEngine) {
  return {
    type: "object" as const,
    additionalProperties: { type: "array" as const, items: { type: "string" as const } },
    // A parameter's default is plain JSON.
    default: Object.fromEntries(Object.entries(logs).map(([engine, names]) => [engine, [...names]])),
    description: "Logs that must be exported, by engine; engines that are not named are not asked.",
  };
}

function logsOf(engine: string, logs: LogsByEngine): readonly string[] | undefined {
  const names = Object.keys(logs).filter((name) => engine === name || engine.startsWith(`${name}-`));
  const closest = names.sort((a, b) => b.length - a.length)[0];
  return closest === undefined ? undefined : logs[closest];
}

/** A database exports the logs of its engine to CloudWatch; one finding for each that it does not. */
export function exportsLogs({ props }: Subject, logs: LogsByEngine): Judgement {
  const engine = known(props.at("engine").string());
  if (engine === undefined) return undetermined("engine");
  const wanted = logsOf(engine, logs);
  if (wanted === undefined) return notApplicable("No logs of this engine are asked for");
  const place = props.at("enabledCloudwatchLogsExports");
  const exported = place.items().map((item) => known(item.string()));
  const missing = wanted.filter((log) => !exported.includes(log));
  const unknown = place.firstUnknown();
  if (missing.length > 0 && unknown) return undetermined(unknown);
  return missing.map((log) => fail(place, text`the log ${setting(log)} is not exported.`, log));
}
