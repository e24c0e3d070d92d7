/** Seconds in which the balancer lets a leaving target finish what it has begun. */
export const deregistrationDelaySeconds = 30;

/** Seconds that a container gets to stop: longer than the balancer may still send to it. At most 120 on Fargate. */
export const stopTimeoutSeconds = 60;
