import { physicalName } from "../core/names";
import { partitionOf } from "../core/region";
import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";
import { runbookDocumentName } from "../core/runbook-names";

/** What an alarm says to whoever it calls. */
export interface Words {
  /** What it means, in one sentence without a full stop. */
  readonly meaning: string;
  /** Who answers. */
  readonly owner: string;
  /** What to do. */
  readonly runbook: RunbookWord;
  /** Dashboard to look at, by its name in every environment. */
  readonly dashboard: string;
  /**
   * Why its threshold is not the one that follows from sizes.
   *
   * @default - it is
   */
  readonly override?: string;
}

/** Longest description that CloudWatch takes; source: CloudWatch API, PutMetricAlarm, 2026-11. */
const longestDescription = 1024;

/** Domain of the console in each partition. */
const consoles = {
  aws: "console.aws.amazon.com",
  "aws-cn": "console.amazonaws.cn",
  "aws-us-gov": "console.amazonaws-us-gov.com",
} as const;

/** Name in AWS of a dashboard. */
export function dashboardName(scope: Scope, label: string): string {
  return physicalName("dashboard", scope, label);
}

/** Address of a dashboard. */
export function dashboardUrl(scope: Scope, label: string): string {
  const { region } = scope;
  const host = `${region}.${consoles[partitionOf(region)]}`;
  return `https://${host}/cloudwatch/home?region=${region}#dashboards/dashboard/${dashboardName(scope, label)}`;
}

/** What an alarm says: what it means, who answers, what to do and where to look, a line each. */
export function describe(scope: Scope, { meaning, owner, runbook, dashboard, override }: Words): string {
  const lines = [
    `${meaning}.`,
    `Owner: ${owner}`,
    `Runbook: ${runbookDocumentName(scope, runbook)}`,
    `Dashboard: ${dashboardUrl(scope, dashboard)}`,
    ...(override === undefined ? [] : [`Threshold set by hand: ${override}`]),
  ];
  return lines.join("\n").slice(0, longestDescription);
}
