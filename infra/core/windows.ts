/** A time that comes back every week, in minutes since Monday 00:00 UTC. */
export interface WeeklyTime {
  /** First minute, below {@link weekMinutes}. */
  readonly start: number;
  /** Length, at least a minute. It may reach into the next week. */
  readonly minutes: number;
}

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const dayMinutes = 24 * 60;
/** Minutes of a week. */
export const weekMinutes = days.length * dayMinutes;

const clock = "([01]\\d|2[0-3]):([0-5]\\d)";
/** A time of the day, `hh:mm`, in its hour and minute. */
export const timeOfDay = new RegExp(`^${clock}$`);
const daily = new RegExp(`^${clock}-${clock}$`);
const weekly = new RegExp(`^(${days.join("|")}):${clock}-(${days.join("|")}):${clock}$`);

/**
 * Shortest window that RDS and ElastiCache both take: RDS asks for 30 minutes, ElastiCache for 60. The longest is a day.
 *
 * Sources: `PreferredMaintenanceWindow` of CreateDBCluster (RDS) and CreateReplicationGroup (ElastiCache), 2026-11
 */
const shortest = 60;

/** Reads a daily window, `hh:mm-hh:mm`; nothing where the text is not one, or none that AWS takes. */
export function dailyWindow(text: string): readonly WeeklyTime[] | undefined {
  const [, hour, minute, endHour, endMinute] = daily.exec(text) ?? [];
  if (hour === undefined) return undefined;
  const start = minutesOf(hour, minute);
  const minutes = between(start, minutesOf(endHour, endMinute), dayMinutes);
  if (minutes < shortest) return undefined;
  return days.map((_, day) => ({ start: day * dayMinutes + start, minutes }));
}

/** Reads a weekly window, `ddd:hh:mm-ddd:hh:mm`; nothing where the text is not one, or none that AWS takes. */
export function weeklyWindow(text: string): WeeklyTime | undefined {
  const [, day, hour, minute, endDay, endHour, endMinute] = weekly.exec(text) ?? [];
  if (day === undefined) return undefined;
  const start = dayOf(day) * dayMinutes + minutesOf(hour, minute);
  const end = dayOf(endDay) * dayMinutes + minutesOf(endHour, endMinute);
  const minutes = between(start, end, weekMinutes);
  return minutes < shortest || minutes > dayMinutes ? undefined : { start, minutes };
}

/** Whether two weekly times share a minute, over midnight and over the end of the week, too. */
export function timesOverlap(one: WeeklyTime, other: WeeklyTime): boolean {
  return (
    between(one.start, other.start, weekMinutes) < one.minutes ||
    between(other.start, one.start, weekMinutes) < other.minutes
  );
}

/** Minutes from one point of a cycle to another. */
function between(from: number, to: number, cycle: number): number {
  return (to - from + cycle) % cycle;
}

function minutesOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function dayOf(word: string | undefined): number {
  return days.findIndex((day) => day === word);
}
