import type * as aws from "@pulumi/aws";

import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { type ComputeCatalogue, type ReleaseSizes, type ReleaseWay, releaseWays } from "./compute-args";
import { everyPath } from "./front-door-paths";

/** Whether ECS moves requests between two target groups, so that weights of the front door are its own. */
export function shiftsTraffic(way: ReleaseWay | undefined): way is "blue-green" | "canary" {
  return way !== undefined && way !== "rolling";
}

type Configuration = aws.types.input.ecs.ServiceDeploymentConfiguration;

/** What ECS is told of a release beside the running version. Minutes and percentages are its own words, minutes as texts. */
export function deploymentConfiguration(
  way: "blue-green" | "canary",
  { bakeMinutes, canaryPercent, canaryMinutes }: ReleaseSizes,
): Configuration {
  const bake = { bakeTimeInMinutes: String(bakeMinutes) };
  if (way === "blue-green") return { strategy: "BLUE_GREEN", ...bake };
  const canaryConfiguration = { canaryPercent, canaryBakeTimeInMinutes: String(canaryMinutes) };
  return { strategy: "CANARY", ...bake, canaryConfiguration };
}

/** Longest time that a release waits by itself, in minutes. */
export function waitingMinutes(way: ReleaseWay, { bakeMinutes, canaryMinutes }: ReleaseSizes): number {
  if (way === "rolling") return 0;
  return way === "canary" ? bakeMinutes + canaryMinutes : bakeMinutes;
}

/**
 * Says which services cannot be released beside their running version: ECS moves the weights of one rule of the front door,
 * and whatever led elsewhere would stay with the old version.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html, 2026-11
 */
export function releaseProblems({ services, partnerRoutes }: ComputeCatalogue): readonly Problem[] {
  return Object.entries(services).flatMap(([name, { release, paths = [] }]) => {
    const at = ["catalogue", "services", name, "release"];
    const known = unless(
      release === undefined || releaseWays.includes(release),
      at,
      release,
      releaseWays.join(", "),
    );
    if (known.length > 0 || !shiftsTraffic(release)) return known;
    const partners = Object.values(partnerRoutes).some(({ workload }) => workload === name);
    return [
      ...unless(paths.length > 0, at, release, "rolling, for a service without paths of the front door"),
      ...unless(
        !paths.includes(everyPath),
        at,
        release,
        `rolling, for the service that ${everyPath} leads to: that way is the listener's own, and no rule`,
      ),
      ...unless(
        !partners,
        at,
        release,
        "rolling, for a service to which partners come by a rule of their own",
      ),
    ];
  });
}

/** Longest bake time. Source: DeploymentConfiguration of ECS's API reference, 2026-11. */
const mostMinutes = 1440;

/** Says what is wrong with how long releases are watched. */
export function releaseSizeProblems(at: Path, sizes: ReleaseSizes): readonly Problem[] {
  return [
    ...wholeNumber([...at, "bakeMinutes"], sizes.bakeMinutes, [0, mostMinutes]),
    ...wholeNumber([...at, "canaryPercent"], sizes.canaryPercent, [1, 99]),
    ...wholeNumber([...at, "canaryMinutes"], sizes.canaryMinutes, [0, mostMinutes]),
  ];
}
