import { BUCKETS, POLICY } from "./buckets";
import { KEY_POLICIES, KEYS } from "./keys";
import { QUEUE_POLICIES, QUEUES, TOPIC_POLICIES, TOPICS } from "./message-policies";
import { SECRET_POLICIES, SECRETS } from "./secrets";
import { tokens } from "./tokens";

/** Search domains, which can carry their policy themselves. */
export const DOMAINS = tokens("elasticsearch/domain:Domain", "opensearch/domain:Domain");

/**
 * Types that carry a policy of a resource, by the property that holds it. Types with a control of their own, such as
 * buckets, queues, topics, keys and secrets, are left to it, and so are the policies of APIs, which are often public.
 */
export const OTHER_POLICY_HOLDERS: Readonly<Record<string, readonly string[]>> = {
  policy: tokens(
    "acmpca/policy:Policy",
    "backup/vaultPolicy:VaultPolicy",
    "bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy",
    "codebuild/resourcePolicy:ResourcePolicy",
    "dsql/clusterPolicy:ClusterPolicy",
    "glacier/vaultLock:VaultLock",
    "glue/resourcePolicy:ResourcePolicy",
    "kinesis/resourcePolicy:ResourcePolicy",
    "mediastore/containerPolicy:ContainerPolicy",
    "msk/clusterPolicy:ClusterPolicy",
    "networkfirewall/resourcePolicy:ResourcePolicy",
    "oam/sinkPolicy:SinkPolicy",
    "opensearchingest/resourcePolicy:ResourcePolicy",
    "redshift/resourcePolicy:ResourcePolicy",
    "redshiftserverless/resourcePolicy:ResourcePolicy",
    "s3/filesFileSystemPolicy:FilesFileSystemPolicy",
    "s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
    "s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
    "s3control/accessPointPolicy:AccessPointPolicy",
    "s3control/bucketPolicy:BucketPolicy",
    "s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
    "schemas/registryPolicy:RegistryPolicy",
    "ses/identityPolicy:IdentityPolicy",
    "sesv2/emailIdentityPolicy:EmailIdentityPolicy",
    "vpclattice/resourcePolicy:ResourcePolicy",
  ),
  accessPolicies: DOMAINS,
  accessPolicy: tokens(
    "cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy",
    "glacier/vault:Vault",
  ),
  deliveryDestinationPolicy: tokens("cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy"),
  policyDocument: tokens(
    "amp/resourcePolicy:ResourcePolicy",
    "codeartifact/domainPermissions:DomainPermissions",
    "codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
    "xray/resourcePolicy:ResourcePolicy",
  ),
  resourcePolicy: tokens(
    "s3tables/tableBucketPolicy:TableBucketPolicy",
    "s3tables/tablePolicy:TablePolicy",
    "sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
  ),
};

/** Topics, their policies, and what else carries a policy in `policy` besides queues and keys. */
const HOLDERS_OF_POLICY = [
  ...BUCKETS,
  ...POLICY.types,
  ...TOPICS,
  ...TOPIC_POLICIES,
  ...SECRETS,
  ...SECRET_POLICIES,
  ...tokens(
    "cloudwatch/eventBusPolicy:EventBusPolicy",
    "ecr/registryPolicy:RegistryPolicy",
    "ecr/repositoryPolicy:RepositoryPolicy",
    "efs/fileSystemPolicy:FileSystemPolicy",
  ),
];

/** Types that carry a policy of a resource, whatever other controls say of it, by the property that holds it. */
export const POLICY_HOLDERS: Readonly<Record<string, readonly string[]>> = {
  ...OTHER_POLICY_HOLDERS,
  policy: [
    ...(OTHER_POLICY_HOLDERS.policy ?? []),
    ...HOLDERS_OF_POLICY,
    ...[...KEYS, ...KEY_POLICIES, ...QUEUES, ...QUEUE_POLICIES],
  ],
  policyDocument: [
    ...(OTHER_POLICY_HOLDERS.policyDocument ?? []),
    ...tokens("cloudwatch/logResourcePolicy:LogResourcePolicy"),
  ],
};
