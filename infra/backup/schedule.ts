import { dailyWindow, timeOfDay, timesOverlap, type WeeklyTime, weeklyWindow } from "../core/windows";
import type { DatabaseWindows } from "./backup-args";
import { type RuleName, ruleNames } from "./tiers";

/** Minutes in which a backup has to start, the shortest that AWS Backup takes. It has to be over an hour later at least. */
export const startWindowMinutes = 60;

/** Minutes after which a backup that is not over is given up. */
export const completionWindowMinutes = 12 * 60;

/**
 * Minutes between the starts of two rules. AWS Backup makes one backup where the start windows of two rules of a plan meet,
 * and what only the other rule copies would be lost.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html, as of 2026-11
 */
const ruleDistanceMinutes = 90;

/** Order in which rules start: the continuous one last, since it only makes sure that there is one. */
const order: readonly RuleName[] = ["daily", "weekly", "monthly", "yearly", "continuous"];

const dayMinutes = 24 * 60;

/** Minute of the day that a time names, `hh:mm`; nothing where the text is none. */
export function minuteOfDay(time: string): number | undefined {
  const [, hour, minute] = timeOfDay.exec(time) ?? [];
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** Minute of the day at which a rule starts, counted on past midnight. */
export function startOf(name: RuleName, startTime: string): number {
  return (minuteOfDay(startTime) ?? 0) + order.indexOf(name) * ruleDistanceMinutes;
}

/** When a rule starts, as AWS Backup's cron expression, in UTC. */
export function scheduleOf(name: RuleName, startTime: string): string {
  const start = startOf(name, startTime) % dayMinutes;
  const at = `${start % 60} ${Math.floor(start / 60)}`;
  switch (name) {
    case "continuous":
    case "daily":
      return `cron(${at} * * ? *)`;
    case "weekly":
      return `cron(${at} ? * SUN *)`;
    case "monthly":
      return `cron(${at} 1 * ? *)`;
    case "yearly":
      return `cron(${at} 1 1 ? *)`;
  }
}

/** Rules that would start when databases refuse backups: during maintenance, their own backups, or the hour before those. */
export function refusedStarts(startTime: string, windows: DatabaseWindows): readonly RuleName[] {
  const backups = dailyWindow(windows.backupWindow) ?? [];
  const maintenance = weeklyWindow(windows.maintenanceWindow);
  const refused: readonly WeeklyTime[] = [
    ...backups.map(({ start, minutes }) => ({ start: start - 60, minutes: minutes + 60 })),
    ...(maintenance === undefined ? [] : [maintenance]),
  ];
  return ruleNames.filter((name) => {
    const start = startOf(name, startTime) % dayMinutes;
    // A rule may start on any day of the week: the first of a month is each of them once.
    const starts = Array.from({ length: 7 }, (_, day) => ({
      start: day * dayMinutes + start,
      minutes: startWindowMinutes,
    }));
    return starts.some((own) => refused.some((other) => timesOverlap(own, other)));
  });
}
