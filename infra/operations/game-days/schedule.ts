/** Days of the week. */
export const weekdays = [
  ...(["monday", "tuesday", "wednesday", "thursday"] as const),
  ...(["friday", "saturday", "sunday"] as const),
] as const;

/** When a game day is: once a month, on the day of the week that people are there. */
export interface GameDaySchedule {
  /** Day of the week. */
  readonly day: (typeof weekdays)[number];
  /** Which one of the month: 1 is its first, 4 the last that every month has. */
  readonly week: number;
  /** Time of the day, `hh:mm`. */
  readonly time: string;
  /** Time zone of the time, such as `Europe/Madrid`. */
  readonly timezone: string;
}

/** When a game day would be, that has no time yet: its schedule is there, and switched off. */
export const sometime: GameDaySchedule = { day: "tuesday", week: 1, time: "10:00", timezone: "UTC" };

/** A schedule as EventBridge Scheduler reads it. */
export function scheduleExpression({ day, week, time }: GameDaySchedule): string {
  const [hour = "", minute = ""] = time.split(":");
  return `cron(${Number(minute)} ${Number(hour)} ? * ${day.slice(0, 3).toUpperCase()}#${week} *)`;
}
