import * as pulumi from "@pulumi/pulumi";

import { backupTiers } from "../infra/backup/settings";
import { type Compute, RegionSwitch, type Running } from "../infra/compute";
import { found } from "../infra/core/found";
import { isRegion, type Region } from "../infra/core/region";

import type { Catalogue } from "./catalogue/types";
import type { WorkloadConfiguration } from "./config";
import type { Promises } from "./promises";
import { switchedFirst } from "./recovery/switched";

/** How two stacks that stand in for each other are switched. */
export interface SwitchedBy {
  /** Plan of ARC Region switch, by ARN: the runbook `switch-region` runs it. */
  readonly planArn: pulumi.Output<string>;
  /** Health check that switches each Region on and off, by Region. That of the other stack belongs into its file. */
  readonly healthCheckIds: pulumi.Output<Readonly<Record<string, string>>>;
}

/** The switch between a stack and the one whose place it takes; nothing where it stands in for none. */
export function regionSwitch(
  configuration: WorkloadConfiguration,
  catalogue: Catalogue,
  { compute, recoverFrom }: { readonly compute: Compute; readonly recoverFrom: Promises | undefined },
  opts: pulumi.ComponentResourceOptions,
): RegionSwitch | undefined {
  if (recoverFrom === undefined) return undefined;
  const { identity, compute: sizes } = configuration;
  const { region, accountId, tags } = identity;
  const { domain, hostedZoneId, failover } = sizes.frontDoor;
  const { rtoMinutes } = backupTiers.critical;
  const otherRegion = recoverFrom.running.apply(regionOf);
  const plan = new RegionSwitch(
    "region-switch",
    {
      scope: { environment: tags.environment, accountId, region },
      otherRegion,
      here: compute.running,
      there: eachKnown(recoverFrom.running, compute.running),
      switched: switchedFirst(catalogue),
      shared: failover.role === "none" ? undefined : { domain, hostedZoneId },
      recoveryMinutes: rtoMinutes,
      owner: tags.owner,
      protect: sizes.protect,
    },
    opts,
  );
  if (failover.role !== "none") tellHealthCheck(recoverFrom, otherRegion, plan.healthCheckIds);
  return plan;
}

/** What is told of a switch. */
export function switchedBy({ planArn, healthCheckIds }: RegionSwitch): SwitchedBy {
  return { planArn, healthCheckIds };
}

/** What runs elsewhere, each ARN an output of its own: in a preview names are known, and ARNs may not be. */
function eachKnown(
  there: pulumi.Output<Running>,
  here: Running<pulumi.Output<string>>,
): Running<pulumi.Output<string>> {
  const each = (which: "serviceArns" | "groupArns"): Record<string, pulumi.Output<string>> =>
    Object.fromEntries(
      Object.keys(here[which]).map((name) => [name, there.apply((running) => found(running[which], name))]),
    );
  return {
    clusterArn: there.apply(({ clusterArn }) => clusterArn),
    serviceArns: each("serviceArns"),
    groupArns: each("groupArns"),
  };
}

function regionOf({ clusterArn }: Running): Region {
  const [, , , region = ""] = clusterArn.split(":");
  if (!isRegion(region)) throw new Error(`"${region}" of ${clusterArn} is no Region that is known here`);
  return region;
}

function tellHealthCheck(
  { stack, frontDoor }: Promises,
  otherRegion: pulumi.Output<Region>,
  healthCheckIds: SwitchedBy["healthCheckIds"],
): void {
  pulumi.all([frontDoor, otherRegion, healthCheckIds]).apply(([{ healthCheckId }, region, ids]) => {
    const missing = missingHealthCheck(stack, healthCheckId, ids[region]);
    if (missing !== undefined) void pulumi.log.warn(missing);
  });
}

/**
 * Says which health check belongs into the file of the other stack, which was deployed before it was there; nothing where it is
 * there already, or ARC has not made it yet.
 *
 * @param stack - The other stack.
 * @param given - Health check that its file names.
 * @param wanted - The plan's own.
 */
export function missingHealthCheck(
  stack: string,
  given: string | undefined,
  wanted: string | undefined,
): string | undefined {
  if (wanted === undefined || wanted === given) return undefined;
  return (
    `stack "${stack}" cannot be switched off by its plan: platform:compute.frontDoor.failover.healthCheckId in its file is ` +
    `${given ?? "not given"}; it has to be ${wanted}`
  );
}
