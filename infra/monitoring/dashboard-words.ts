import { arn } from "../core/arn";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { Widget } from "./dashboard-body";
import { dashboardUrl } from "./description";

/** A link to a dashboard, in Markdown. */
export function linkTo(scope: Scope, label: string, words: string): string {
  return `[${words}](${dashboardUrl(scope, label)})`;
}

/** Lamps of alarms, by their names in AWS. */
export function lamps(
  { region, accountId }: Scope,
  title: string,
  names: readonly string[],
  height: number,
): Widget {
  const alarms = names.map((name) =>
    arn({
      partition: partitionOf(region),
      service: "cloudwatch",
      region,
      accountId,
      resource: `alarm:${name}`,
    }),
  );
  return { kind: "alarms", title, alarms, height };
}
