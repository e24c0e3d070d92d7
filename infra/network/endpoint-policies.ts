import { arn } from "../core/arn";
import type { Conditions, PolicyStatement } from "../core/policy-statement";
import { partitionOf, type Region } from "../core/region";
import type { EndpointService } from "./endpoint-services";

/** Whom a network's endpoints serve. */
export interface EndpointTrust {
  /** Account of the network. */
  readonly accountId: string;
  /**
   * Organisation whose accounts may use the endpoints.
   *
   * @default - only the network's own account may
   */
  readonly organizationId?: string;
  /** Region of the endpoints. */
  readonly region: Region;
}

const anyResource = "the conditions say whose resources; the callers' own policies say which";
const anyPrincipal = "the conditions say whose principals; their own policies say which";

/** Policy of an interface endpoint: the service's actions, for principals and, where it can be, resources of our own. */
export function interfaceEndpointStatements(
  service: EndpointService,
  trust: EndpointTrust,
): readonly PolicyStatement[] {
  return [ownStatement(service.actions, trust, service.ownResourcesOnly)];
}

/** Policy of the gateway endpoint for DynamoDB: tables of our own, for principals of our own. */
export function dynamodbEndpointStatements(trust: EndpointTrust): readonly PolicyStatement[] {
  return [ownStatement("dynamodb", trust, true)];
}

/**
 * Policy of the gateway endpoint for S3: buckets of our own for principals of our own, and reading from the buckets in
 * which AWS keeps what machines and containers need.
 */
export function s3EndpointStatements(trust: EndpointTrust): readonly PolicyStatement[] {
  const objects = awsOwnedBuckets(trust.region).map((bucket) =>
    arn({ partition: partitionOf(trust.region), service: "s3", resource: `${bucket}/*` }),
  );
  return [
    ownStatement("s3", trust, true),
    {
      sid: "ReadFromBucketsOfAws",
      principals: "*",
      actions: ["s3:GetObject"],
      resources: objects,
      wildcards: { principals: "package managers and agents ask for these objects without signing" },
    },
  ];
}

/**
 * Buckets of AWS that the platform's machines and containers read: layers of container images, Systems Manager's
 * agent, its packages and patch baselines, Amazon Linux's packages, and the CloudWatch agent.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html,
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html,
 * https://docs.aws.amazon.com/linux/al2023/ug/managing-repos-os-updates.html
 */
export function awsOwnedBuckets(region: Region): readonly string[] {
  return [
    `prod-${region}-starport-layer-bucket`,
    `amazon-ssm-${region}`,
    `amazon-ssm-packages-${region}`,
    `aws-ssm-${region}`,
    `aws-ssm-document-attachments-${region}`,
    `aws-windows-downloads-${region}`,
    `patch-baseline-snapshot-${region}`,
    `${region}-birdwatcher-prod`,
    `al2023-repos-${region}-de612dc2`,
    `amazonlinux-2-repos-${region}`,
    `amazoncloudwatch-agent-${region}`,
  ];
}

function ownStatement(actions: string, trust: EndpointTrust, ownResourcesOnly: boolean): PolicyStatement {
  return {
    sid: "OwnPrincipalsOnly",
    principals: "*",
    actions: [`${actions}:*`],
    resources: ["*"],
    conditions: ownConditions(trust, ownResourcesOnly),
    wildcards: {
      actions: "which of the service's actions a caller may take is for the caller's own policy to say",
      resources: anyResource,
      principals: anyPrincipal,
    },
  };
}

function ownConditions({ accountId, organizationId }: EndpointTrust, ownResourcesOnly: boolean): Conditions {
  const [own, scope] = organizationId === undefined ? [accountId, "Account"] : [organizationId, "OrgID"];
  return {
    StringEquals: {
      [`aws:Principal${scope}`]: own,
      ...(ownResourcesOnly ? { [`aws:Resource${scope}`]: own } : {}),
    },
  };
}
