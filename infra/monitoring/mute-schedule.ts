import type { Problem } from "../core/problem";
import { isTimezone } from "../core/timezone";
import type { MuteSpec } from "./monitoring-args";

/** Longest mute, in minutes: a day. AWS takes 15 days; by then nobody remembers that it is quiet. */
const longestMute = 24 * 60;

/** Alarms that one mute rule speaks of; source: CloudWatch API, PutAlarmMuteRule, 2026-11. */
export const mutedAlarms = 100;

/** Fields of a schedule, with their ranges. */
const fields: readonly { readonly word: string; readonly least: number; readonly most: number }[] = [
  { word: "minute", least: 0, most: 59 },
  { word: "hour", least: 0, most: 23 },
  { word: "day of the month", least: 1, most: 31 },
  { word: "month", least: 1, most: 12 },
  { word: "day of the week", least: 0, most: 7 },
];

const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** What is wrong with a mute. */
export function muteProblems(name: string, mute: MuteSpec, known: readonly string[]): readonly Problem[] {
  const path = ["sizes", "mutes", name];
  const problem = (field: keyof MuteSpec, given: string, allowed: string): Problem => ({
    path: [...path, field],
    given,
    allowed,
  });
  return [
    ...(/^[a-z][a-z0-9-]{0,39}$/.test(name)
      ? []
      : [
          {
            path,
            given: `"${name}"`,
            allowed: "lower-case letters, digits and hyphens, a letter first, 40 at most",
          },
        ]),
    ...(isSchedule(mute.starts)
      ? []
      : [
          problem(
            "starts",
            `"${mute.starts}"`,
            `${fields.map(({ word }) => word).join(", ")}, such as 0 3 * * sun`,
          ),
        ]),
    ...(isTimezone(mute.timezone)
      ? []
      : [problem("timezone", `"${mute.timezone}"`, "a time zone, such as UTC or Europe/Madrid")]),
    ...(Number.isInteger(mute.minutes) && mute.minutes >= 1 && mute.minutes <= longestMute
      ? []
      : [problem("minutes", String(mute.minutes), `1 to ${longestMute}`)]),
    ...(mute.about.length === 0 ? [problem("about", "[]", "one name at least")] : []),
    ...mute.about
      .filter((thing) => !known.includes(thing))
      .map((thing) => problem("about", `"${thing}"`, `names of the catalogue: ${known.join(", ")}`)),
  ];
}

/** Length of a mute as CloudWatch writes it. */
export function muteDuration(minutes: number): string {
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}

function isSchedule(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return parts.length === fields.length && parts.every((part, index) => isField(part, index));
}

function isField(part: string, index: number): boolean {
  const field = fields[index];
  if (field === undefined) return false;
  const named = index === fields.length - 1 ? days : [];
  return part
    .split(",")
    .every(
      (piece) =>
        named.includes(piece.toLowerCase()) || /^\*(\/[1-9]\d?)?$/.test(piece) || isRange(piece, field),
    );
}

function isRange(piece: string, { least, most }: (typeof fields)[number]): boolean {
  const [, from, to = from] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(piece) ?? [];
  if (from === undefined || to === undefined) return false;
  return Number(from) >= least && Number(to) <= most && Number(from) <= Number(to);
}
