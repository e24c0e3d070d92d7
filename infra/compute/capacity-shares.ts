/** How a service's tasks are shared out between capacity that stays and capacity that AWS may take back. */
export interface CapacityShare {
  /** Capacity provider of Fargate. */
  readonly capacityProvider: "FARGATE" | "FARGATE_SPOT";
  /**
   * Tasks that run on it before any others do. Only one provider of a service may say so.
   *
   * @default - none
   */
  readonly base?: number;
  /** Its part of all further tasks, in percent. */
  readonly weight: number;
}

/** Largest share of Spot capacity, in percent: a provider without weight would take no tasks, not even the minimum. */
export const mostSpotPercent = 99;

/** The minimum runs on capacity that stays; of all beyond it, a share on Spot. Both are always named. */
export function capacityShares(minimum: number, spotPercent: number): readonly CapacityShare[] {
  return [
    { capacityProvider: "FARGATE", base: minimum, weight: 100 - spotPercent },
    { capacityProvider: "FARGATE_SPOT", weight: spotPercent },
  ];
}

/** Tasks on each kind of capacity once a service runs as many as it may; each rounded up. */
export function tasksAtMost(
  minimum: number,
  maximum: number,
  spotPercent: number,
): { readonly onDemand: number; readonly spot: number } {
  const beyond = maximum - minimum;
  return {
    onDemand: minimum + Math.ceil((beyond * (100 - spotPercent)) / 100),
    spot: Math.ceil((beyond * spotPercent) / 100),
  };
}
