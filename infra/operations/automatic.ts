import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";
import { runbookDocumentName } from "../core/runbook-names";
import type { Runbook } from "./runbook";
import { runbooks } from "./runbooks";

/** How a runbook is started without a person. */
export interface AutomaticStart {
  /** Runbook that is started. */
  readonly runbook: Runbook;
  /** When: at fixed times, or on events of a pattern. */
  readonly on:
    | { readonly kind: "schedule"; readonly expression: string }
    | { readonly kind: "event"; readonly pattern: object };
  /** Values of an event that parameters are made of, by a word of one's own. */
  readonly paths: Readonly<Record<string, string>>;
  /** Parameters, each a list as Systems Manager takes them; `<word>` is a value of the event. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

const dimensions = "detail.configuration.metrics[0].metricStat.metric.dimensions";

/** Alarms that name a runbook in their description, as alarms of this platform do, and that are of a service. */
function alarmsOfServices(scope: Scope, word: RunbookWord): object {
  return {
    source: ["aws.cloudwatch"],
    "detail-type": ["CloudWatch Alarm State Change"],
    detail: {
      alarmName: [{ prefix: `${scope.environment}-` }],
      state: { value: ["ALARM"] },
      configuration: {
        description: [{ wildcard: `*Runbook: ${runbookDocumentName(scope, word)}\n*` }],
        metrics: {
          metricStat: {
            metric: {
              dimensions: { ClusterName: [{ exists: true }], ServiceName: [{ exists: true }] },
            },
          },
        },
      },
    },
  };
}

/** Runbooks that alarms can start, since all they must be told is in the event. */
const byAlarm: Partial<Record<RunbookWord, Pick<AutomaticStart, "paths" | "parameters">>> = {
  "restart-service": {
    paths: { cluster: `$.${dimensions}.ClusterName`, service: `$.${dimensions}.ServiceName` },
    parameters: { Cluster: ["<cluster>"], Service: ["<service>"], DryRun: ["false"] },
  },
};

/** Every way in which a runbook can be started without a person. Only safe ones have one. */
export function automaticStarts(scope: Scope): readonly AutomaticStart[] {
  return runbooks.flatMap((runbook) => {
    if (!runbook.safe) return [];
    const event = byAlarm[runbook.id];
    const due = runbook.triggers.flatMap((trigger): readonly AutomaticStart[] =>
      trigger.kind === "schedule"
        ? [
            {
              ...{ runbook, paths: {}, parameters: {} },
              on: { kind: "schedule", expression: trigger.expression },
            },
          ]
        : [],
    );
    return event === undefined
      ? due
      : [
          ...due,
          { runbook, on: { kind: "event", pattern: alarmsOfServices(scope, runbook.id) }, ...event } as const,
        ];
  });
}

/** Ids of runbooks that configuration may have started without a person. */
export function automaticWords(): readonly RunbookWord[] {
  // Which they are does not depend on where they run.
  const anywhere: Scope = { environment: "any", accountId: "000000000000", region: "eu-west-1" };
  return automaticStarts(anywhere).map(({ runbook }) => runbook.id);
}
