import type * as pulumi from "@pulumi/pulumi";

import { settingName } from "../core/grant";
import { serviceUrl } from "./service-connect";
import type { Workload } from "./workload";

/** What every workload is told, whoever it is. */
export const ownSettings = ["AWS_REGION", "ENVIRONMENT", "PORT"] as const;

/** Name of the setting that says where a callee is. */
export function callSetting(callee: string): string {
  return settingName("workload", callee, "url");
}

/** What settings are made of. */
export interface SettingSources {
  /** Environment and Region. */
  readonly scope: { readonly environment: string; readonly region: string };
  /** Address of the front door in its own Region: a call does not follow a failover of the domain. */
  readonly url: string;
  /** Everything that runs. */
  readonly workloads: readonly Workload[];
  /** What pages are told, so that the browsers of real users measure. */
  readonly pageSettings: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * What a workload reads from its environment: where it is, whom it calls, what its grants say and, where the front door
 * leads to it, how its pages are measured. Services call each other through Service Connect; where an instance is on either
 * side, the call goes by the front door.
 */
export function settingsOf(
  { spec, kind, uses }: Workload,
  { scope, url, workloads, pageSettings }: SettingSources,
): Readonly<Record<string, pulumi.Input<string>>> {
  const own: Readonly<Record<(typeof ownSettings)[number], string>> = {
    AWS_REGION: scope.region,
    ENVIRONMENT: scope.environment,
    PORT: String(spec.port),
  };
  const calls = Object.fromEntries(
    (spec.calls ?? []).map((callee) => [
      callSetting(callee),
      callsDirectly({ kind }, callee, workloads) ? serviceUrl(callee) : url,
    ]),
  );
  const granted = Object.fromEntries(uses.grants.flatMap(({ settings }) => Object.entries(settings)));
  const pages = (spec.paths ?? []).length > 0 ? pageSettings : {};
  return { ...own, ...pages, ...calls, ...granted };
}

/** Whether a call goes from service to service, without the front door. */
export function callsDirectly(
  { kind }: Pick<Workload, "kind">,
  callee: string,
  workloads: readonly Workload[],
): boolean {
  const called = workloads.find(({ name }) => name === callee);
  return kind === "service" && called?.kind === "service";
}
