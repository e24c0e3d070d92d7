import { problem, unless, wholeNumber } from "../core/checks";
import { environmentMistake } from "../core/names";
import type { Problem } from "../core/problem";
import { approvalDays, longestApproval, windowSchedule } from "./patch-rings";
import type { Patching, PatchRing, Sessions, SystemsArgs, SystemsSettings } from "./systems-args";

/** What Systems Manager is asked for, as far as it can be judged before anything exists. */
export type SystemsPlan = SystemsSettings & Pick<SystemsArgs, "environments" | "regions">;

/** Everything that is wrong with what Systems Manager was asked for. */
export function systemsProblems(args: SystemsPlan): readonly Problem[] {
  return [
    ...sessionProblems(args.sessions),
    ...patchingProblems(args.patching),
    ...ringProblems(args),
    ...Object.keys(args.adopt)
      .filter((region) => !args.regions.some((guarded) => guarded === region))
      .flatMap((region) => problem(["adopt", region], region, guardedRegion(args))),
  ];
}

function guardedRegion({ regions }: SystemsPlan): string {
  return `one of the guarded Regions: ${regions.join(", ")}`;
}

/** Sources: `idleSessionTimeout` and `maxSessionDuration` of the schema of session documents; names of users in `useradd(8)`. */
function sessionProblems({
  idleMinutes,
  maximumMinutes,
  runAs,
  retentionDays,
}: Sessions): readonly Problem[] {
  const user = /^[a-z_][a-z0-9_-]{0,31}$/.test(runAs) && runAs !== "root";
  return [
    ...wholeNumber(["sessions", "idleMinutes"], idleMinutes, [1, 60]),
    ...wholeNumber(["sessions", "maximumMinutes"], maximumMinutes, [1, 1440]),
    ...wholeNumber(["sessions", "retentionDays"], retentionDays, [90, 3650]),
    ...unless(user, ["sessions", "runAs"], runAs, "a user that is on every instance, and not root"),
  ];
}

function patchingProblems(patching: Patching): readonly Problem[] {
  const { operatingSystems, severeAfterDays, otherAfterDays, rings } = patching;
  const longest = approvalDays(patching).reduce((most, { other }) => Math.max(most, other), 0);
  return [
    ...unless(
      operatingSystems.length > 0 && new Set(operatingSystems).size === operatingSystems.length,
      ["patching", "operatingSystems"],
      operatingSystems,
      "at least one operating system, each once",
    ),
    ...wholeNumber(["patching", "severeAfterDays"], severeAfterDays, [0, 30]),
    ...wholeNumber(["patching", "otherAfterDays"], otherAfterDays, [0, 90]),
    ...unless(
      otherAfterDays >= severeAfterDays,
      ["patching", "otherAfterDays"],
      otherAfterDays,
      `at least severeAfterDays, ${severeAfterDays}: severe holes are closed first`,
    ),
    ...unless(
      longest <= longestApproval,
      ["patching", "rings"],
      `${longest} days until the last ring`,
      `at most ${longestApproval} days from a patch's release to the last ring`,
    ),
    ...unless(rings.length > 0, ["patching", "rings"], rings, "at least one ring"),
  ];
}

function ringProblems(args: SystemsPlan): readonly Problem[] {
  const { rings } = args.patching;
  const named = rings.map(({ environment }) => environment);
  const missing = Object.keys(args.environments).filter((environment) => !named.includes(environment));
  return [
    ...rings.flatMap((ring, position) => oneRingProblems(ring, position, args)),
    ...named.flatMap((environment, position) =>
      unless(
        named.indexOf(environment) === position,
        ["patching", "rings", position, "environment"],
        environment,
        "each environment in one ring",
      ),
    ),
    ...unless(
      missing.length === 0,
      ["patching", "rings"],
      named,
      `a ring for ${missing.join(", ")} too: without one, its instances are patched like those of the last ring`,
    ),
  ];
}

function oneRingProblems(ring: PatchRing, position: number, args: SystemsPlan): readonly Problem[] {
  const path = ["patching", "rings", position];
  const { environment, region, soakDays, window } = ring;
  const planned = args.environments[environment]?.region;
  const isLast = position === args.patching.rings.length - 1;
  const mistake = environmentMistake(environment);
  return [
    ...unless(mistake === undefined, [...path, "environment"], environment, mistake ?? ""),
    ...(isLast || position > 0
      ? wholeNumber([...path, "soakDays"], soakDays, [0, 60])
      : wholeNumber([...path, "soakDays"], soakDays, [1, 60])),
    ...unless(args.regions.includes(region), [...path, "region"], region, guardedRegion(args)),
    ...unless(
      planned === undefined || planned === region,
      [...path, "region"],
      region,
      `${planned ?? ""}: the Region of ${environment}`,
    ),
    ...unless(
      windowSchedule(window) !== undefined,
      [...path, "window"],
      window,
      "a weekly window of whole hours, 2 to 24 of them, such as tue:03:00-tue:06:00",
    ),
  ];
}
