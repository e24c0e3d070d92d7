import { unknownName } from "../core/catalogue-names";
import { type Path, unless, wholeNumber } from "../core/checks";
import type { Grant } from "../core/grant";
import type { Problem } from "../core/problem";
import type { ComputeCatalogue, WorkloadUses } from "./compute-args";
import { labelOf } from "./connections";
import { realUserSettings } from "./real-user-settings";
import { callSetting, ownSettings } from "./workload-settings";

/** Says what is wrong with what workloads use. */
export function useProblems(
  uses: Readonly<Record<string, WorkloadUses>>,
  { services, fleets }: ComputeCatalogue,
): readonly Problem[] {
  const known = { ...services, ...fleets };
  return Object.entries(uses).flatMap(([name, { grants, queues }]) => {
    const at = ["uses", name];
    const calls = (known[name]?.calls ?? []).map(callSetting);
    const taken = [...ownSettings, ...Object.values(realUserSettings), ...calls];
    return [
      ...unknownName(at, name, Object.keys(known)),
      ...grantProblems([...at, "grants"], grants, taken),
      ...queues.flatMap(({ key, name: queue, ageObjectiveSeconds }, position) => {
        const path = [...at, "queues", position];
        const first = queues.findIndex((other) => other.name === queue) === position;
        const own = queues.findIndex((other) => other.key === key) === position;
        return [
          ...unless(own, [...path, "key"], key, "a key of its own"),
          ...unless(first, [...path, "name"], queue, "each queue once"),
          ...wholeNumber([...path, "ageObjectiveSeconds"], ageObjectiveSeconds, [1, 1_209_600]),
        ];
      }),
    ];
  });
}

function grantProblems(
  at: Path,
  grants: readonly Grant[],
  takenSettings: readonly string[],
): readonly Problem[] {
  const settings = grants.map((grant) => Object.keys(grant.settings));
  const sids = grants.map(({ statements }) => statements.map(({ sid }) => sid));
  const labels = grants.map(({ to, connection }) => (connection === undefined ? [] : [labelOf(to)]));
  return [
    ...repeated(settings, takenSettings, ({ grant, value }) => ({
      path: [...at, grant, "settings", value],
      given: JSON.stringify(value),
      allowed: "a setting that neither the workload itself nor another of its grants has",
    })),
    ...repeated(sids, [], ({ grant, value }) => ({
      path: [...at, grant, "statements"],
      given: JSON.stringify(value),
      allowed: "a sid that no other grant has",
    })),
    ...repeated(labels, [], ({ grant, value }) => ({
      path: [...at, grant, "to"],
      given: JSON.stringify(value),
      allowed: "words that no other connection has",
    })),
  ];
}

/** A problem for each value that stands earlier, or is taken. */
function repeated(
  values: readonly (readonly string[])[],
  taken: readonly string[],
  problem: (found: { readonly grant: number; readonly value: string }) => Problem,
): readonly Problem[] {
  const seen = new Set(taken);
  return values.flatMap((ofGrant, grant) =>
    ofGrant.flatMap((value) => {
      const known = seen.has(value);
      seen.add(value);
      return known ? [problem({ grant, value })] : [];
    }),
  );
}
