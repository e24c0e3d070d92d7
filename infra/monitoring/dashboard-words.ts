import { regionalArn } from "../core/arn";
import type { Scope } from "../core/scope";
import type { Widget } from "./dashboard-body";
import { dashboardUrl } from "./description";

/** A link to a dashboard, in Markdown. */
export function linkTo(scope: Scope, label: string, words: string): string {
  return `[${words}](${dashboardUrl(scope, label)})`;
}

/** Lamps of alarms, by their names in AWS. */
export function lamps(scope: Scope, title: string, names: readonly string[], height: number): Widget {
  const alarms = names.map((name) => regionalArn(scope, "cloudwatch", `alarm:${name}`));
  return { kind: "alarms", title, alarms, height };
}
