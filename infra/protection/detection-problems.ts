import { amount } from "../core/checks";
import type { Problem } from "../core/problem";
import { isRegion, type Region } from "../core/region";
import type { DetectionSettings, DisabledControl } from "./detection-args";

type Path = Problem["path"];

/** Everything that is wrong with what detection was asked for, as of a day. */
export function detectionProblems(
  args: DetectionSettings & { readonly regions: readonly Region[]; readonly today: string },
): readonly Problem[] {
  const lock = args.trailLockDays;
  return [
    ...amount(["trailLockDays"], lock, { from: 1, to: 3650, what: "a whole number" }),
    ...amount(["retentionDays"], args.retentionDays, { from: 30, to: 2557, what: "a whole number" }),
    ...amount(["macieSamplePercent"], args.macieSamplePercent, { from: 1, to: 100, what: "a whole number" }),
    ...repeated("conformancePacks", args.conformancePacks),
    ...repeated("remediations", args.remediations),
    ...(args.retentionDays < lock
      ? [
          problem(
            ["retentionDays"],
            args.retentionDays,
            `at least trailLockDays, ${lock}: until then nothing can be deleted`,
          ),
        ]
      : []),
    ...args.disabledControls.flatMap((entry, position) =>
      controlProblems(["disabledControls", position], entry, args.today),
    ),
    ...twice(args.disabledControls),
    ...Object.keys(args.adopt)
      .filter((region) => !isRegion(region) || !args.regions.includes(region))
      .map((region) =>
        problem(["adopt", region], region, `one of the guarded Regions: ${args.regions.join(", ")}`),
      ),
    ...unwanted(args),
  ];
}

/** What a Region has already, and what is not wanted: it would stay as it is without anybody knowing. */
function unwanted({ adopt, macie, detective }: DetectionSettings): readonly Problem[] {
  return Object.entries(adopt).flatMap(([region, found]) => [
    ...(found.macie === true && !macie
      ? [problem(["adopt", region, "macie"], true, "only where macie is true")]
      : []),
    ...(found.detective !== undefined && !detective
      ? [problem(["adopt", region, "detective"], found.detective, "only where detective is true")]
      : []),
  ]);
}

function problem(path: Path, given: unknown, allowed: string): Problem {
  return { path, given: JSON.stringify(given), allowed };
}

function repeated(field: string, words: readonly string[]): readonly Problem[] {
  return words
    .filter((word, position) => words.indexOf(word) !== position)
    .map((word) => problem([field], word, "each once"));
}

function controlProblems(path: Path, entry: DisabledControl, today: string): readonly Problem[] {
  const { control, reason, expires } = entry;
  const problems: Problem[] = [];
  if (!/^[A-Za-z0-9]+\.\d+$/.test(control))
    problems.push(problem([...path, "control"], control, "an id, such as EC2.10"));
  if (reason.trim().length < 20) problems.push(problem([...path, "reason"], reason, "why, in a sentence"));
  if (!isDay(expires)) problems.push(problem([...path, "expires"], expires, "a day, such as 2027-03-31"));
  else if (expires < today) {
    const allowed = `${today} or later: the reason has to be looked at again, or the control goes on`;
    problems.push(problem([...path, "expires"], expires, allowed));
  }
  return problems;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function twice(entries: readonly DisabledControl[]): readonly Problem[] {
  const keys = entries.map(({ standard, control }) => `${standard} ${control}`);
  return keys.flatMap((key, position) =>
    keys.indexOf(key) === position
      ? []
      : [problem(["disabledControls", position], key, "each control once in a standard")],
  );
}
