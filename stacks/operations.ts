import type * as pulumi from "@pulumi/pulumi";

import type { Compute } from "../infra/compute";
import type { Monitored } from "../infra/core/monitored";
import type { Data } from "../infra/data";
import type { Monitoring } from "../infra/monitoring";
import { Operations, type OperationsArgs } from "../infra/operations";
import { gameDayThings } from "../infra/operations/settings";

import type { WorkloadConfiguration } from "./config";

/** Runbooks of an environment, what starts some of them, and its game days. Who may run them, the account says. */
export function environmentOperations(
  configuration: WorkloadConfiguration,
  layers: { readonly compute: Compute; readonly data: Data; readonly monitoring: Monitoring },
  opts: pulumi.ComponentResourceOptions,
): Operations {
  const { compute, data, monitoring } = layers;
  return new Operations(
    "operations",
    {
      ...place(configuration),
      clusterName: compute.clusterName,
      undelivered: monitoring.undelivered,
      stopAlarmArns: monitoring.stopAlarmArns,
      key: data.keys.platform,
      sizes: configuration.operations,
    },
    opts,
  );
}

/** What operations will have, and what is watched before it is there. */
export function operationsThings(configuration: WorkloadConfiguration): readonly Monitored[] {
  return gameDayThings(place(configuration));
}

function place({
  identity,
  compute,
}: WorkloadConfiguration): Pick<OperationsArgs, "scope" | "owner" | "criticality" | "logRetentionDays"> {
  const { region, accountId, tags } = identity;
  const { environment, owner, criticality } = tags;
  return {
    scope: { environment, accountId, region },
    ...{ owner, criticality },
    logRetentionDays: compute.logRetentionDays,
  };
}
