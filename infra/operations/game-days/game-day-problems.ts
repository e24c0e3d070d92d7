import { problem, unless, wholeNumber } from "../../core/checks";
import type { Criticality } from "../../core/criticality";
import type { Problem } from "../../core/problem";
import { isTimezone } from "../../core/timezone";
import { timeOfDay } from "../../core/windows";
import type { GameDaySizes } from "../operations-args";
import { experimentWords } from "./experiments";
import { type GameDaySchedule, scheduleExpression } from "./schedule";

/** Where a game day would be, as far as it decides whether one may be at all. */
export interface GameDayPlace {
  /** Environment. */
  readonly environment: string;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
}

/** What is wrong with the game days of an environment. */
export function gameDayProblems(gameDays: GameDaySizes | undefined, place: GameDayPlace): readonly Problem[] {
  if (gameDays === undefined) return [];
  const path = ["sizes", "gameDays"];
  const planned = Object.entries(gameDays.experiments);
  return [
    ...unless(
      planned.length > 0,
      [...path, "experiments"],
      gameDays.experiments,
      `one experiment at least: ${experimentWords.join(", ")}; for none, leave gameDays out`,
    ),
    ...confirmation(gameDays, place),
    ...planned.flatMap(([word, schedule]) => scheduleProblems([...path, "experiments", word], schedule)),
    ...atOnce(planned),
  ];
}

/** Where the business depends on an environment, its name has to be written once more: a fault there meets customers. */
function confirmation(
  { confirm }: GameDaySizes,
  { environment, criticality }: GameDayPlace,
): readonly Problem[] {
  const path = ["sizes", "gameDays", "confirm"];
  const depended = criticality === "critical" || criticality === "high";
  if (confirm === undefined && !depended) return [];
  return unless(
    confirm === environment,
    path,
    confirm,
    depended
      ? `the environment's own name, ${environment}, by which you confirm that faults may meet customers: its criticality is ${criticality}`
      : `the environment's own name, ${environment}, or nothing`,
  );
}

function scheduleProblems(
  path: Problem["path"],
  { week, time, timezone }: GameDaySchedule,
): readonly Problem[] {
  return [
    ...wholeNumber([...path, "week"], week, [1, 4]),
    ...unless(timeOfDay.test(time), [...path, "time"], time, "hh:mm, such as 10:00"),
    ...unless(
      isTimezone(timezone),
      [...path, "timezone"],
      timezone,
      "a time zone, such as UTC or Europe/Madrid",
    ),
  ];
}

/** Of two faults at once nobody can tell which did what. */
function atOnce(planned: readonly (readonly [string, GameDaySchedule])[]): readonly Problem[] {
  const moments = planned.map(([, schedule]) => `${scheduleExpression(schedule)} ${schedule.timezone}`);
  return planned.flatMap(([word, { day, week, time }], position) => {
    const [other = ""] = planned[moments.indexOf(moments[position] ?? "")] ?? [];
    if (other === word) return [];
    const given = `${day} ${week}, ${time}`;
    return problem(["sizes", "gameDays", "experiments", word], given, `another time than ${other} has`);
  });
}
