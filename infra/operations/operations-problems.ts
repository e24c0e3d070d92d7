import { amount } from "../core/checks";
import type { Problem } from "../core/problem";
import type { RunbookWord } from "../core/runbook-words";
import { automaticWords } from "./automatic";
import { gameDayProblems } from "./game-days/game-day-problems";
import type { OperationsArgs } from "./operations-args";

/** Approvers that an approval takes; source: Systems Manager automation actions reference, aws:approve, 2026-11. */
const mostApprovers = 10;

/** Alarms that stop an experiment; source: Fault Injection Service quotas, 2026-11. */
const mostStopConditions = 5;

const roleName = /^[A-Za-z0-9+=,.@_/-]{1,64}$/;

/** Everything that is wrong with what an operations layer is asked for. */
export function operationsProblems({
  scope,
  criticality,
  stopAlarmArns,
  sizes,
}: Pick<OperationsArgs, "criticality" | "scope" | "sizes" | "stopAlarmArns">): readonly Problem[] {
  const { approvers, automatic, gameDays } = sizes;
  return [
    ...counted(approvers.length),
    ...approvers.flatMap((name, position) => [
      ...(roleName.test(name)
        ? []
        : [
            problem(
              ["approvers", position],
              name,
              "the name of a role: 1 to 64 letters, digits and + = , . @ _ / -",
            ),
          ]),
      ...repeated("approvers", approvers, position),
    ]),
    ...automatic.flatMap((word, position) => [
      ...startable(word, position),
      ...repeated("automatic", automatic, position),
    ]),
    ...gameDayProblems(gameDays, { environment: scope.environment, criticality }),
    ...amount(["stopAlarmArns"], stopAlarmArns.length, {
      ...{ from: 1, to: mostStopConditions },
      what: "alarms by which experiments stop",
    }),
  ];
}

function counted(count: number): readonly Problem[] {
  if (count >= 1 && count <= mostApprovers) return [];
  return [
    {
      path: ["sizes", "approvers"],
      given: `${count} roles`,
      allowed: `1 to ${mostApprovers}: without anybody who approves, what destroys something could never run`,
    },
  ];
}

function startable(word: RunbookWord, position: number): readonly Problem[] {
  const words = automaticWords();
  if (words.includes(word)) return [];
  const allowed = `runbooks that are safe and can be started without a person: ${words.join(", ")}`;
  return [problem(["automatic", position], word, allowed)];
}

function repeated(
  list: "approvers" | "automatic",
  values: readonly string[],
  position: number,
): readonly Problem[] {
  const value = values[position] ?? "";
  if (values.indexOf(value) === position) return [];
  return [problem([list, position], value, "each once")];
}

function problem(path: Problem["path"], given: string, allowed: string): Problem {
  return { path: ["sizes", ...path], given: JSON.stringify(given), allowed };
}
