import type { Partition, Region } from "./region";
import { partitionOf } from "./region";

/** The parts of an ARN, in the order AWS writes them. */
export interface ArnParts {
  /** Partition of the Region the resource is reached from. */
  readonly partition: Partition;
  /** Service namespace, such as `logs` or `iam`. */
  readonly service: string;
  /**
   * Region that holds the resource.
   *
   * @default - none: the service is global (IAM) or its names are (S3)
   */
  readonly region?: Region;
  /**
   * Account that owns the resource, twelve digits.
   *
   * @default - none: the service leaves it out (S3) or AWS owns the resource
   */
  readonly accountId?: string;
  /** Resource, with its type in front where the service writes one: `role/deploy`, `log-group:/dev/app`. */
  readonly resource: string;
}

/** Builds the ARN of a resource from its parts. */
export function arn({ partition, service, region, accountId = "", resource }: ArnParts): string {
  return ["arn", partition, service, region ?? "", accountId, resource].join(":");
}

/** ARN of something that an account has in a Region, known before it exists. */
export function regionalArn(
  { region, accountId }: { readonly region: Region; readonly accountId: string },
  service: string,
  resource: string,
): string {
  return arn({ partition: partitionOf(region), service, region, accountId, resource });
}

/** ARN of an account's root principal, by which a policy admits whatever that account's IAM policies allow. */
export function accountRootArn(partition: Partition, accountId: string): string {
  return arn({ partition, service: "iam", accountId, resource: "root" });
}

/** ARN of a role, by its name in IAM, known before it exists; the Region tells the partition. */
export function roleArn(
  { region, accountId }: { readonly region: Region; readonly accountId: string },
  roleName: string,
): string {
  return arn({ partition: partitionOf(region), service: "iam", accountId, resource: `role/${roleName}` });
}

/** Domain under which a partition's service endpoints live. */
const domains: Readonly<Record<Partition, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
};

/** Services whose principal carries the partition's domain; for all others it is `amazonaws.com` everywhere. */
const withPartitionDomain: ReadonlySet<string> = new Set(["ec2", "elasticmapreduce"]);

/** Services whose principal names the Region too, and carries the partition's domain. */
const withRegion: ReadonlySet<string> = new Set(["logs", "codedeploy"]);

/**
 * Principal that a service acts as in a Region, such as `logs.eu-west-1.amazonaws.com`.
 *
 * Nearly all are `<service>.amazonaws.com` in every partition; the few that differ are listed above.
 */
export function servicePrincipal(service: string, region: Region): string {
  const domain = domains[partitionOf(region)];
  if (withRegion.has(service)) return `${service}.${region}.${domain}`;
  if (withPartitionDomain.has(service)) return `${service}.${domain}`;
  return `${service}.amazonaws.com`;
}

/** Name of an AWS service's interface or gateway endpoint in a Region, such as `com.amazonaws.eu-west-1.logs`. */
export function endpointServiceName(service: string, region: Region): string {
  const prefix = partitionOf(region) === "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws";
  return `${prefix}.${region}.${service}`;
}

/**
 * Domain by which a service is reached in a Region, such as `ec2.eu-west-1.amazonaws.com`; the condition key
 * `kms:ViaService` compares with it.
 */
export function serviceDomain(service: string, region: Region): string {
  return `${service}.${region}.${domains[partitionOf(region)]}`;
}
