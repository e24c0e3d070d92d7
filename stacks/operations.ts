import type * as pulumi from "@pulumi/pulumi";

import type { Compute } from "../infra/compute";
import type { Monitoring } from "../infra/monitoring";
import { Operations } from "../infra/operations";

import type { WorkloadConfiguration } from "./config";

/** Runbooks of an environment, and what starts some of them. Who may run them, the account says. */
export function environmentOperations(
  { identity, operations }: WorkloadConfiguration,
  { compute, monitoring }: { readonly compute: Compute; readonly monitoring: Monitoring },
  opts: pulumi.ComponentResourceOptions,
): void {
  const { region, accountId, tags } = identity;
  new Operations(
    "operations",
    {
      scope: { environment: tags.environment, accountId, region },
      clusterName: compute.clusterName,
      undeliveredArn: monitoring.undeliveredArn,
      sizes: operations,
    },
    opts,
  );
}
