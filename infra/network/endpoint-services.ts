import type { Problem } from "../core/problem";

/** Groups of AWS services that are reached through interface endpoints, by what they are needed for. */
export const endpointGroups = ["containers", "telemetry", "secrets", "management", "messaging"] as const;

/** A group of AWS services; see {@link endpointGroups}. */
export type EndpointGroup = (typeof endpointGroups)[number];

/** An AWS service that is reached through an interface endpoint. */
export interface EndpointService {
  /** Its word in the endpoint's service name: `ecr.api` in `com.amazonaws.eu-west-1.ecr.api`. */
  readonly service: string;
  /** What it is needed for. */
  readonly group: EndpointGroup;
  /** Namespace of its IAM actions. */
  readonly actions: string;
  /**
   * Whether everything reached through it belongs to the caller's own account or organisation. Where it does not, AWS
   * owns resources that the platform needs, such as documents and public parameters of Systems Manager.
   */
  readonly ownResourcesOnly: boolean;
}

const service = (
  name: string,
  group: EndpointGroup,
  actions: string,
  ownResourcesOnly = true,
): EndpointService => ({ service: name, group, actions, ownResourcesOnly });

/**
 * Services that the platform reaches through interface endpoints, in the order they were added.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html; for resources
 * that AWS owns, https://github.com/aws-samples/data-perimeter-policy-examples
 */
export const endpointServices: readonly EndpointService[] = [
  service("ecr.api", "containers", "ecr"),
  service("ecr.dkr", "containers", "ecr"),
  service("ecs", "containers", "ecs", false),
  service("ecs-agent", "containers", "ecs", false),
  service("ecs-telemetry", "containers", "ecs", false),
  service("logs", "telemetry", "logs"),
  service("monitoring", "telemetry", "cloudwatch", false),
  service("secretsmanager", "secrets", "secretsmanager"),
  service("kms", "secrets", "kms"),
  service("sts", "secrets", "sts", false),
  service("ssm", "management", "ssm", false),
  service("ssmmessages", "management", "ssmmessages", false),
  service("ec2messages", "management", "ec2messages", false),
  service("ec2", "management", "ec2", false),
  service("ssm-contacts", "management", "ssm-contacts", false),
  service("ssm-incidents", "management", "ssm-incidents", false),
  service("sqs", "messaging", "sqs"),
  service("sns", "messaging", "sns"),
  service("events", "messaging", "events"),
  service("states", "messaging", "states"),
];

/** Services of some groups, in the catalogue's order. */
export function servicesOf(groups: readonly EndpointGroup[]): readonly EndpointService[] {
  return endpointServices.filter(({ group }) => groups.includes(group));
}

/** Which interface endpoints a network has. */
export interface EndpointSizes {
  /** Groups of services that are reached through interface endpoints. */
  readonly groups: readonly EndpointGroup[];
  /**
   * Zones that the endpoints have network interfaces in, counted from the first. Each costs by the hour; with fewer
   * than the network has, the others' traffic crosses zones, and with one, the loss of that zone is the loss of all.
   */
  readonly zones: number;
}

/** Says what is wrong with a choice of endpoints for a network with so many zones. */
export function endpointProblems({ groups, zones }: EndpointSizes, zoneCount: number): readonly Problem[] {
  const problems = groups.flatMap((group, position): Problem[] => {
    const first = groups.indexOf(group) === position;
    const path = ["endpoints", "groups", position];
    return first ? [] : [{ path, given: JSON.stringify(group), allowed: "each group once" }];
  });
  if (Number.isInteger(zones) && zones >= 1 && zones <= zoneCount) return problems;
  const allowed = `a whole number from 1 to ${zoneCount}, the zones of the network`;
  return [...problems, { path: ["endpoints", "zones"], given: String(zones), allowed }];
}
