const HOURS_OF_DAY = 24;
const DAYS_OF_WEEK = 7;
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** Longest month and longest year: a schedule by day of the month, or by month, leaves at most so long a gap. */
const DAYS_OF_MONTH = 31;
const DAYS_OF_YEAR = 366;

const UNITS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: HOURS_OF_DAY };

/** The numbers from a field of a cron expression such as `1,4-6`, or `0/2` for every second one; nothing for forms that have no numbers. */
function numbersIn(field: string, first: number, last: number): readonly number[] | undefined {
  const numbers = field.split(",").flatMap((part) => {
    const [, from, to, step] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return [NaN];
    const start = from === "*" ? first : Number(from);
    const single = from === "*" || step !== undefined ? last : start;
    const end = to === undefined ? single : Number(to);
    const length = Math.max(0, Math.floor((end - start) / Number(step ?? 1)) + 1);
    return Array.from({ length }, (_, position) => start + position * Number(step ?? 1));
  });
  return numbers.length === 0 || numbers.some(Number.isNaN) ? undefined : numbers;
}

/** The longest gap between numbers that come again after a while. */
function longestGap(numbers: readonly number[], round: number): number {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return Math.max(
    ...sorted.map((number, position) => (sorted[position + 1] ?? (sorted[0] ?? 0) + round) - number),
  );
}

function withNumbers(daysOfWeek: string): string {
  return DAYS.reduce((field, day, position) => field.replaceAll(day, String(position + 1)), daysOfWeek);
}

/** The longest time between two days on which a cron expression runs, in days. */
function longestDays(dayOfMonth: string, month: string, dayOfWeek: string): number {
  const isOpen = (field: string): boolean => field === "*" || field === "?";
  if (!isOpen(month)) return DAYS_OF_YEAR;
  if (!isOpen(dayOfMonth)) return DAYS_OF_MONTH;
  if (isOpen(dayOfWeek)) return 1;
  const days = numbersIn(withNumbers(dayOfWeek.toUpperCase()), 1, DAYS_OF_WEEK);
  // A day such as the first Monday comes once a month.
  return days ? longestGap(days, DAYS_OF_WEEK) : DAYS_OF_MONTH;
}

function ofCron([, hour = "", dayOfMonth = "", month = "", dayOfWeek = ""]: readonly string[]) {
  const days = longestDays(dayOfMonth, month, dayOfWeek);
  if (days > 1) return days * HOURS_OF_DAY;
  const hours = numbersIn(hour, 0, HOURS_OF_DAY - 1);
  return hours && longestGap(hours, HOURS_OF_DAY);
}

/** The longest time between two runs of a schedule, in hours; undefined for text that is no schedule. */
export function longestPause(schedule: string): number | undefined {
  const [, kind, inside = ""] = /^(cron|rate)\((.*)\)$/.exec(schedule.trim()) ?? [];
  const words = inside.trim().split(/\s+/);
  if (kind === "cron") return words.length === 6 ? ofCron(words) : undefined;
  const unit = UNITS[(words[1] ?? "").replace(/s$/, "")];
  const count = Number(words[0]);
  return kind === "rate" && unit !== undefined && Number.isFinite(count) ? count * unit : undefined;
}
