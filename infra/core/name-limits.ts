/** What AWS accepts as the name of one kind of thing. */
export interface NameLimits {
  /** Longest name AWS accepts, in characters. */
  readonly maxLength: number;
  /**
   * One character that a name may hold. Capitals are left out where AWS ignores or refuses case, so that two names
   * never differ in case alone.
   */
  readonly character: RegExp;
  /** What every name of the kind begins with; it counts towards the length. */
  readonly prefix: string;
  /** What stands between the environment and the rest. */
  readonly separator: "-" | "/";
  /** Whether the name has to differ from those of all other accounts and Regions too. */
  readonly globallyUnique: boolean;
  /** Where AWS says so. */
  readonly source: string;
}

const docs = "https://docs.aws.amazon.com";

const anyCase = /[A-Za-z0-9_-]/;
const withDots = /[A-Za-z0-9_.-]/;
const lettersDigitsHyphens = /[A-Za-z0-9-]/;
const lowerCase = /[a-z0-9-]/;

function limits(
  maxLength: number,
  character: RegExp,
  page: string,
  differences: Partial<Pick<NameLimits, "prefix" | "separator" | "globallyUnique">> = {},
): NameLimits {
  return {
    maxLength,
    character,
    prefix: "",
    separator: "-",
    globallyUnique: false,
    source: `${docs}/${page}`,
    ...differences,
  };
}

/** Kinds of things that the platform names itself, with AWS's limits for each. */
export const nameLimits = {
  "access-analyzer": limits(255, withDots, "access-analyzer/latest/APIReference/API_CreateAnalyzer.html"),
  alarm: limits(255, withDots, "AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"),
  "app-monitor": limits(255, withDots, "cloudwatchrum/latest/APIReference/API_CreateAppMonitor.html"),
  "auto-scaling-group": limits(255, withDots, "autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html"),
  anomaly: limits(256, withDots, "aws-cost-management/latest/APIReference/API_AnomalySubscription.html"),
  "athena-workgroup": limits(128, withDots, "athena/latest/APIReference/API_CreateWorkGroup.html"),
  "api-destination": limits(64, withDots, "eventbridge/latest/APIReference/API_CreateApiDestination.html"),
  "backup-plan": limits(50, withDots, "aws-backup/latest/devguide/API_BackupPlanInput.html"),
  "backup-vault": limits(50, anyCase, "aws-backup/latest/devguide/API_CreateBackupVault.html"),
  budget: limits(100, withDots, "aws-cost-management/latest/APIReference/API_budgets_Budget.html"),
  bucket: limits(63, lowerCase, "AmazonS3/latest/userguide/bucketnamingrules.html", { globallyUnique: true }),
  canary: limits(255, /[a-z0-9_-]/, "AmazonSynthetics/latest/APIReference/API_CreateCanary.html"),
  "cache-parameter-group": limits(
    255,
    lowerCase,
    "AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html",
  ),
  "cache-replication-group": limits(
    40,
    lowerCase,
    "AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html",
  ),
  "cache-subnet-group": limits(
    255,
    lowerCase,
    "AmazonElastiCache/latest/APIReference/API_CreateCacheSubnetGroup.html",
  ),
  "cache-user": limits(40, lowerCase, "AmazonElastiCache/latest/APIReference/API_CreateUser.html"),
  "cache-user-group": limits(40, lowerCase, "AmazonElastiCache/latest/APIReference/API_CreateUserGroup.html"),
  "config-rule": limits(128, withDots, "config/latest/APIReference/API_ConfigRule.html"),
  "conformance-pack": limits(
    256,
    lettersDigitsHyphens,
    "config/latest/APIReference/API_PutConformancePack.html",
  ),
  "cost-category": limits(50, anyCase, "aws-cost-management/latest/APIReference/API_CostCategory.html"),
  "data-export": limits(128, anyCase, "aws-cost-management/latest/APIReference/API_DataExports_Export.html"),
  dashboard: limits(255, anyCase, "AmazonCloudWatch/latest/APIReference/API_PutDashboard.html"),
  "db-cluster": limits(63, lowerCase, "AmazonRDS/latest/APIReference/API_CreateDBCluster.html"),
  "db-instance": limits(63, lowerCase, "AmazonRDS/latest/APIReference/API_CreateDBInstance.html"),
  "db-event-subscription": limits(
    254,
    lowerCase,
    "AmazonRDS/latest/APIReference/API_CreateEventSubscription.html",
  ),
  "db-parameter-group": limits(
    255,
    lowerCase,
    "AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html",
  ),
  "db-subnet-group": limits(255, lowerCase, "AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html"),
  "dynamodb-table": limits(255, withDots, "amazondynamodb/latest/APIReference/API_CreateTable.html"),
  "contributor-insight-rule": limits(
    128,
    withDots,
    "AmazonCloudWatch/latest/APIReference/API_PutInsightRule.html",
  ),
  "ecr-repository": limits(256, /[a-z0-9/-]/, "AmazonECR/latest/APIReference/API_CreateRepository.html", {
    separator: "/",
  }),
  "ecs-cluster": limits(255, anyCase, "AmazonECS/latest/APIReference/API_CreateCluster.html"),
  "ecs-service": limits(255, anyCase, "AmazonECS/latest/APIReference/API_CreateService.html"),
  "event-archive": limits(48, withDots, "eventbridge/latest/APIReference/API_CreateArchive.html"),
  "event-bus": limits(256, withDots, "eventbridge/latest/APIReference/API_CreateEventBus.html"),
  "event-connection": limits(64, withDots, "eventbridge/latest/APIReference/API_CreateConnection.html"),
  "event-rule": limits(64, withDots, "eventbridge/latest/APIReference/API_PutRule.html"),
  "firewall-domain-list": limits(
    64,
    anyCase,
    "Route53/latest/APIReference/API_route53resolver_CreateFirewallDomainList.html",
  ),
  "firewall-rule": limits(
    64,
    anyCase,
    "Route53/latest/APIReference/API_route53resolver_CreateFirewallRule.html",
  ),
  "firewall-rule-group": limits(
    64,
    anyCase,
    "Route53/latest/APIReference/API_route53resolver_CreateFirewallRuleGroup.html",
  ),
  function: limits(64, anyCase, "lambda/latest/api/API_CreateFunction.html"),
  "glue-name": limits(255, lowerCase, "glue/latest/webapi/API_DatabaseInput.html"),
  "iam-policy": limits(128, /[a-z0-9+=,.@_-]/, "IAM/latest/APIReference/API_CreatePolicy.html"),
  "iam-role": limits(64, /[a-z0-9+=,.@_-]/, "IAM/latest/APIReference/API_CreateRole.html"),
  "identity-pool": limits(128, withDots, "cognitoidentity/latest/APIReference/API_CreateIdentityPool.html"),
  "instance-profile": limits(
    128,
    /[a-z0-9+=,.@_-]/,
    "IAM/latest/APIReference/API_CreateInstanceProfile.html",
  ),
  "kms-alias": limits(256, /[a-zA-Z0-9/_-]/, "kms/latest/APIReference/API_CreateAlias.html", {
    prefix: "alias/",
    separator: "/",
  }),
  "launch-template": limits(128, withDots, "AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html"),
  "load-balancer": limits(
    32,
    lettersDigitsHyphens,
    "elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  ),
  "log-anomaly-detector": limits(
    128,
    anyCase,
    "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogAnomalyDetector.html",
  ),
  "log-delivery": limits(60, anyCase, "AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html"),
  "log-group": limits(
    512,
    /[A-Za-z0-9_./#-]/,
    "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    { prefix: "/", separator: "/" },
  ),
  "maintenance-window": limits(
    128,
    withDots,
    "systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html",
  ),
  parameter: limits(1011, /[A-Za-z0-9_./-]/, "systems-manager/latest/APIReference/API_PutParameter.html", {
    prefix: "/",
    separator: "/",
  }),
  "patch-baseline": limits(128, withDots, "systems-manager/latest/APIReference/API_CreatePatchBaseline.html"),
  queue: limits(80, anyCase, "AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"),
  "region-switch-plan": limits(32, lettersDigitsHyphens, "arc-region-switch/latest/api/API_Plan.html"),
  "resolver-query-log": limits(
    64,
    anyCase,
    "Route53/latest/APIReference/API_route53resolver_CreateResolverQueryLogConfig.html",
  ),
  "resource-data-sync": limits(
    64,
    withDots,
    "systems-manager/latest/APIReference/API_CreateResourceDataSync.html",
  ),
  "resource-group": limits(127, withDots, "ARG/latest/APIReference/API_CreateGroup.html"),
  schedule: limits(64, withDots, "scheduler/latest/APIReference/API_CreateSchedule.html"),
  "schedule-group": limits(64, withDots, "scheduler/latest/APIReference/API_CreateScheduleGroup.html"),
  "schema-registry": limits(
    64,
    withDots,
    "eventbridge/latest/schema-reference/v1-registries-name-registryname.html",
  ),
  secret: limits(512, /[A-Za-z0-9/_+=.@-]/, "secretsmanager/latest/apireference/API_CreateSecret.html", {
    separator: "/",
  }),
  "security-group": limits(255, withDots, "AWSEC2/latest/APIReference/API_CreateSecurityGroup.html"),
  "service-namespace": limits(1024, withDots, "cloud-map/latest/api/API_CreateHttpNamespace.html"),
  "ssm-association": limits(128, withDots, "systems-manager/latest/APIReference/API_CreateAssociation.html"),
  "ssm-document": limits(128, withDots, "systems-manager/latest/APIReference/API_CreateDocument.html"),
  "state-machine": limits(80, anyCase, "step-functions/latest/apireference/API_CreateStateMachine.html"),
  "task-family": limits(255, anyCase, "AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html"),
  "target-group": limits(
    32,
    lettersDigitsHyphens,
    "elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  ),
  "telemetry-sink": limits(255, withDots, "OAM/latest/APIReference/API_CreateSink.html"),
  topic: limits(256, anyCase, "sns/latest/api/API_CreateTopic.html"),
  "trace-group": limits(32, anyCase, "xray/latest/api/API_CreateGroup.html"),
  "trace-sampling-rule": limits(32, anyCase, "xray/latest/api/API_SamplingRule.html"),
  "trust-store": limits(
    32,
    lettersDigitsHyphens,
    "elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
  ),
  "waf-log-group": limits(512, /[A-Za-z0-9_./#-]/, "waf/latest/developerguide/logging-cw-logs.html", {
    prefix: "aws-waf-logs-",
  }),
  "web-acl": limits(128, anyCase, "waf/latest/APIReference/API_CreateWebACL.html"),
  // Log deliveries of AWS's services (ElastiCache, Step Functions) write here without filling up the account's one
  // resource policy for logs.
  "vended-log-group": limits(
    512,
    /[A-Za-z0-9_./#-]/,
    "AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html",
    { prefix: "/aws/vendedlogs/", separator: "/" },
  ),
} satisfies Record<string, NameLimits>;

/** A kind of thing that the platform names itself; see {@link nameLimits}. */
export type NameKind = keyof typeof nameLimits;
