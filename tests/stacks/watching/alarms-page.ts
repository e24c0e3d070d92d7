import { criticalities } from "../../../infra/core/criticality";
import { alarmCatalogue } from "../../../infra/monitoring/alarm-catalogue";
import { eventCatalogue } from "../../../infra/monitoring/planned-event";
import { severityOf } from "../../../infra/monitoring/severity";
import { operatorFirst } from "./operator-first";
import { table } from "./telemetry-page";

const escaped = (text: string): string => text.replaceAll("|", "\\|");

/** Everything that calls somebody, told from the catalogues of alarms and of events. */
export function alarmsPage(): string {
  const kinds = Object.entries(alarmCatalogue).filter(([, entries]) => entries.length > 0);
  return [
    "<!-- Generated from the catalogues of alarms and events: npm run generate -->",
    "# Alarms",
    "What calls somebody, why, and what to do. Nobody writes an alarm: a component declares what it builds, and each entry below becomes an alarm on each thing of its kind, with a threshold that follows from the thing's size. Every alarm says its owner, its runbook and its dashboard.",
    "## Three things an operator does first",
    ...operatorFirst,
    "## Who is called",
    table(
      ["trouble", ...criticalities],
      (["outage", "risk", "hint"] as const).map((urgency) => [
        urgency,
        ...criticalities.map((criticality) => severityOf(urgency, criticality)),
      ]),
    ),
    "An _outage_ hurts users now, a _risk_ soon will, a _hint_ nobody. Of a workload's outages one alarm over all of them calls, _unwell_; each by itself is a notice. Nobody is called while ECS deploys the workload. A promise is _missed_ where its budget of errors is used up 14.4 times too fast in an hour and in five minutes, or 6 times too fast in six hours and in thirty minutes.",
    "## By metrics",
    ...kinds.flatMap(([kind, entries]) => [
      `### ${kind}`,
      table(
        ["what", "means", "calls", "when", "silence", "why", "runbook"],
        entries.map(({ word, meaning, urgency, comparison, unit, patience, missing, reason, runbook }) => [
          word,
          escaped(meaning),
          urgency,
          escaped(
            `${comparison} threshold (${unit}), ${patience.bad} of ${patience.of} × ${patience.periodSeconds} s`,
          ),
          missing,
          escaped(reason),
          `\`${runbook}\``,
        ]),
      ),
    ]),
    "## By events",
    table(
      ["what", "means", "calls", "of", "runbook"],
      eventCatalogue.map(({ word, meaning, urgency, reach, runbook }) => [
        word,
        escaped(meaning),
        urgency,
        reach,
        `\`${runbook}\``,
      ]),
    ),
    "",
  ].join("\n\n");
}
