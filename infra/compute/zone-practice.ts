import { type Path, unless } from "../core/checks";
import type { Problem } from "../core/problem";
import { timesOverlap, weeklyWindow } from "../core/windows";

/** How a front door does without a zone. */
export interface ZoneSizes {
  /** Whether AWS moves traffic away from a zone that it sees to be unwell, and practises it each week. It takes two of each workload behind the door. */
  readonly autoshift: boolean;
  /** Weekly times in UTC at which nothing is practised, as `ddd:hh:mm-ddd:hh:mm`, of an hour to a day each; none overlaps another. */
  readonly blockedWindows: readonly string[];
}

/** A workload behind the front door, and the fewest of it that scaling leaves. */
export interface Carrier {
  /** Name. */
  readonly name: string;
  /** Fewest tasks or instances. */
  readonly minimum: number;
}

/** Most windows that AWS takes. Source: `BlockedWindows` of `AWS::ARCZonalShift::ZonalAutoshiftConfiguration`, 2026-11 */
const mostWindows = 15;

/** Fewest of a workload that leave somebody when a zone is gone. */
const fewest = 2;

/** Says for what a zone cannot be done without as asked. */
export function zoneProblems(
  at: Path,
  { autoshift, blockedWindows }: ZoneSizes,
  carriers: readonly Carrier[],
): readonly Problem[] {
  const alone = carriers.filter(({ minimum }) => minimum < fewest).map(({ name }) => name);
  const times = blockedWindows.map(weeklyWindow);
  return [
    ...unless(
      !autoshift || alone.length === 0,
      [...at, "autoshift"],
      autoshift,
      `false, as long as fewer than ${fewest} are left of ${alone.join(", ")}: they may stand in the zone that is left`,
    ),
    ...unless(
      blockedWindows.length <= mostWindows,
      [...at, "blockedWindows"],
      blockedWindows,
      `${mostWindows} windows at most`,
    ),
    ...blockedWindows.flatMap((window, position) => {
      const time = times[position];
      const path = [...at, "blockedWindows", position];
      const overlapped = times
        .slice(0, position)
        .findIndex((other) => time !== undefined && other !== undefined && timesOverlap(time, other));
      return [
        ...unless(
          time !== undefined,
          path,
          window,
          "ddd:hh:mm-ddd:hh:mm in UTC, an hour to a day long, such as mon:08:00-mon:20:00",
        ),
        ...unless(
          overlapped === -1,
          path,
          window,
          `a time that ${blockedWindows[overlapped] ?? ""} does not have`,
        ),
      ];
    }),
  ];
}

/** A window as AWS writes it: `Mon:08:00-Mon:20:00`. */
export function zoneWindow(window: string): string {
  return window.replace(/[a-z]{3}/g, (day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`);
}
