import { weekMinutes, weeklyWindow } from "../core/windows";
import type { Patching, PatchRing } from "./systems-args";

/** Most days that a patch can wait for its approval. Source: `ApproveAfterDays` of CreatePatchBaseline, 2026-11 */
export const longestApproval = 360;

/** Days after its release on which a ring gets a patch. */
export interface ApprovalDays {
  /** For a severe hole. */
  readonly severe: number;
  /** Any other. */
  readonly other: number;
}

/** When each ring gets patches: the first after the days of its kind, each later one once the rings before have soaked. */
export function approvalDays({
  rings,
  severeAfterDays,
  otherAfterDays,
}: Pick<Patching, "rings" | "severeAfterDays" | "otherAfterDays">): readonly ApprovalDays[] {
  return rings.map((_, position) => {
    const soaked = rings.slice(0, position).reduce((days, ring) => days + ring.soakDays, 0);
    return { severe: severeAfterDays + soaked, other: otherAfterDays + soaked };
  });
}

/** The ring that waits longest in a Region: instances without a ring of their own are patched like it. */
export function lastRingOf(rings: readonly PatchRing[], region: PatchRing["region"]): PatchRing | undefined {
  return rings.filter((ring) => ring.region === region).at(-1);
}

/** A weekly window as Systems Manager takes it. */
export interface WindowSchedule {
  /** Cron expression, in UTC. */
  readonly schedule: string;
  /** Hours that it lasts. */
  readonly duration: number;
  /** Hours before its end from which nothing new begins. */
  readonly cutoff: number;
}

const days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const dayMinutes = weekMinutes / days.length;

/** Reads a ring's window; nothing where it is not one of whole hours, two at least. */
export function windowSchedule(text: string): WindowSchedule | undefined {
  const window = weeklyWindow(text);
  if (window === undefined || window.minutes % 60 !== 0 || window.minutes < 120) return undefined;
  const minute = window.start % 60;
  const hour = Math.floor((window.start % dayMinutes) / 60);
  const day = days[Math.floor(window.start / dayMinutes)] ?? "";
  return { schedule: `cron(${minute} ${hour} ? * ${day} *)`, duration: window.minutes / 60, cutoff: 1 };
}
