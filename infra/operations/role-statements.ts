import { serviceDomain } from "../core/arn";
import { statementId } from "../core/grant";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { type ApiRight, apiRights } from "./api-rights";
import { type PlaceWord, places } from "./place";
import type { Runbook } from "./runbook";
import { type Api, callsOf } from "./step";

/** API by which a failure is told. */
const failureApi = "ssm.CreateOpsItem";

/** Places whose names hold no environment: only its tag tells whose they are. */
const byTag: ReadonlySet<PlaceWord> = new Set([
  ...(["experimentTemplate", "instance", "securityGroup", "volume"] as const),
]);

/** Every API that a runbook's role needs, what AWS checks along with each included, in the order of the alphabet. */
export function apisOf({ steps }: Runbook): readonly string[] {
  const direct = steps.flatMap(callsOf).map(({ service, operation }: Api) => `${service}.${operation}`);
  const found = new Set<string>();
  const waiting = [...direct, failureApi];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(apiRights[next]?.also ?? []));
  }
  return [...found].sort();
}

/**
 * Rights of the role in which a runbook acts: those that its steps call for, in the environment that it belongs to, and none else.
 *
 * @throws Error naming an API that the table does not know
 */
export function runbookStatements(runbook: Runbook, scope: Scope): readonly PolicyStatement[] {
  return apisOf(runbook).flatMap((words) => {
    const right = apiRights[words];
    if (right === undefined) throw new Error(`runbook "${runbook.id}": no rights are known for ${words}`);
    return statementsOf(words, right, scope);
  });
}

function statementsOf(words: string, right: ApiRight, scope: Scope): readonly PolicyStatement[] {
  const [service = "", operation = ""] = words.split(".");
  const actions = [`${right.service ?? service}:${operation}`];
  const sid = statementId(service, operation);
  if ("anywhere" in right.on) {
    return [{ sid, actions, resources: ["*"], wildcards: { resources: right.on.anywhere } }];
  }
  const tagged = right.on.filter((place) => right.tagged === true || byTag.has(place));
  const named = right.on.filter((place) => !tagged.includes(place));
  return [
    ...(named.length === 0 ? [] : [withConditions({ sid, actions }, named, scope, right.only?.StringEquals)]),
    ...(tagged.length === 0
      ? []
      : [
          withConditions({ sid: `${sid}OfEnvironment`, actions }, tagged, scope, {
            ...right.only?.StringEquals,
            "aws:ResourceTag/Environment": [scope.environment],
          }),
        ]),
  ];
}

function withConditions(
  what: Pick<PolicyStatement, "sid" | "actions">,
  on: readonly PlaceWord[],
  scope: Scope,
  equal: Readonly<Record<string, readonly string[]>> | undefined,
): PolicyStatement {
  const statement = { ...what, resources: on.map((place) => places[place](scope)) };
  if (equal === undefined) return statement;
  const entries = Object.entries(equal).map(([key, values]) => [
    key,
    values.map((value) =>
      value
        .replace(/^(.*)\.<region>\.<domain>$/, (_, of: string) => serviceDomain(of, scope.region))
        .replace("<partition>", partitionOf(scope.region)),
    ),
  ]);
  // The entries were read from a record of lists.
  return { ...statement, conditions: { StringEquals: Object.fromEntries(entries) as typeof equal } };
}
