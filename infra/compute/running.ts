/** What runs in a Region, by ARN: what a switch to that Region makes grow. */
export interface Running<Arn = string> {
  /** The ECS cluster. */
  readonly clusterArn: Arn;
  /** Its services, by name. */
  readonly serviceArns: Readonly<Record<string, Arn>>;
  /** Auto Scaling groups of the fleets, by the fleet's name. */
  readonly groupArns: Readonly<Record<string, Arn>>;
}
