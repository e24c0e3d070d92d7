import * as assert from "node:assert/strict";

import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

/** A text of a resource, as it was asked for or as AWS fills it in. */
export function textOf({ name, inputs, outputs }: SimulatedResource, property: string): string {
  const value = outputs[property] ?? inputs[property];
  assert.ok(typeof value === "string", `${name}.${property}`);
  return value;
}

/** How a type of resource is known to whatever watches it. */
export interface Watchable {
  /** Values by which alarms, dashboards or event patterns speak of one. */
  readonly identities: (resource: SimulatedResource) => readonly string[];
  /** Whether it is watched at all; each that is not has its reason beside it. */
  readonly exempt?: (resource: SimulatedResource) => boolean;
}

const by =
  (...properties: readonly string[]) =>
  (resource: SimulatedResource): readonly string[] =>
    properties.map((property) => textOf(resource, property));

const id = ({ id: known }: SimulatedResource): readonly string[] => [known];

/** Types of resources that have to be watched, and how each is known. */
export const watchable: Readonly<Record<string, Watchable>> = {
  "aws:ec2/vpc:Vpc": { identities: id },
  "aws:ec2/natGateway:NatGateway": { identities: id },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    identities: id,
    // A gateway endpoint is an entry of route tables: it has no interfaces and no metrics.
    exempt: ({ inputs }) => inputs.vpcEndpointType === "Gateway",
  },
  "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": { identities: id },
  "aws:cloudwatch/logGroup:LogGroup": { identities: by("name") },
  "aws:kms/key:Key": {
    identities: id,
    // The account tells of the end of every key there, of whichever environment: tests/infra/protection/alerts.test.ts.
    exempt: ({ inputs }) => inputs.region === "us-east-1",
  },
  "aws:route53/healthCheck:HealthCheck": { identities: id },
  "aws:rds/cluster:Cluster": { identities: by("clusterIdentifier") },
  "aws:rds/instance:Instance": { identities: by("identifier") },
  "aws:dynamodb/table:Table": { identities: by("name") },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    identities: ({ inputs }) => [`${text(inputs.replicationGroupId)}-001`],
  },
  "aws:s3/bucket:Bucket": {
    identities: by("bucket"),
    // Buckets of logs are written by AWS alone; nobody waits for their answers.
    exempt: ({ name }) => name.endsWith("-logs"),
  },
  "aws:lb/loadBalancer:LoadBalancer": { identities: by("arnSuffix") },
  "aws:lb/targetGroup:TargetGroup": { identities: by("arnSuffix") },
  "aws:acm/certificate:Certificate": { identities: by("arn") },
  "aws:acmpca/certificateAuthority:CertificateAuthority": { identities: by("arn") },
  "aws:wafv2/webAcl:WebAcl": { identities: by("name") },
  "aws:synthetics/canary:Canary": { identities: by("name") },
  "aws:rum/appMonitor:AppMonitor": { identities: by("name") },
  "aws:ecs/cluster:Cluster": { identities: by("name") },
  "aws:ecs/service:Service": { identities: by("name") },
  "aws:autoscaling/group:Group": { identities: by("name") },
  "aws:cloudwatch/eventBus:EventBus": { identities: by("name") },
  "aws:cloudwatch/eventRule:EventRule": {
    identities: by("name"),
    // Rules of the default bus tell what AWS reports; what they cannot deliver lands in a queue that is watched.
    exempt: ({ inputs }) => inputs.eventBusName === undefined || inputs.eventBusName === "default",
  },
  "aws:sqs/queue:Queue": { identities: by("name") },
  "aws:sfn/stateMachine:StateMachine": { identities: by("arn") },
  "aws:scheduler/scheduleGroup:ScheduleGroup": { identities: by("name") },
  "aws:sns/topic:Topic": {
    identities: by("name"),
    // CloudWatch sees one Region; what a topic of another one could not tell lies there.
    exempt: ({ inputs }) => inputs.region === "eu-central-1" || inputs.region === "us-east-1",
  },
};

/** Everything of a graph that has to be watched, in whichever Region it lies. */
export function watchables(
  simulation: Simulation,
): readonly { readonly what: string; readonly identities: readonly string[] }[] {
  return Object.entries(watchable).flatMap(([type, { identities, exempt }]) =>
    simulation
      .ofType(type)
      .filter((resource) => exempt?.(resource) !== true)
      .map((resource) => ({
        what: `${type.split(":").at(-1) ?? ""} ${resource.name}`,
        identities: identities(resource),
      })),
  );
}

/** A metric that an alarm or a dashboard looks at. */
export interface SeenMetric {
  /** Alarm or dashboard. */
  readonly by: string;
  /** Namespace. */
  readonly namespace: string;
  /** Name. */
  readonly metricName: string;
  /** Dimensions. */
  readonly dimensions: Readonly<Record<string, string>>;
}

interface AlarmInputs {
  readonly namespace?: string;
  readonly metricName?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly metricQueries?: readonly { readonly metric?: Omit<AlarmInputs, "metricQueries"> }[];
}

/** Every metric that the alarms of a graph look at. */
export function alarmMetrics(simulation: Simulation): readonly SeenMetric[] {
  return simulation.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").flatMap(({ name, inputs }) => {
    // Inputs that the provider's check has seen.
    const alarm = inputs as AlarmInputs;
    const metrics = [alarm, ...(alarm.metricQueries ?? []).flatMap(({ metric }) => metric ?? [])];
    return metrics.flatMap(({ namespace, metricName, dimensions = {} }) =>
      namespace === undefined || metricName === undefined
        ? []
        : [{ by: name, namespace, metricName, dimensions }],
    );
  });
}

/** A metric by which it is known: namespace, name and dimensions. */
export function metricKey({ namespace, metricName, dimensions }: SeenMetric): string {
  const parts = Object.entries(dimensions).map(([key, value]) => `${key}=${value}`);
  return [namespace, metricName, ...parts.sort()].join(" ");
}

interface Body {
  readonly widgets: readonly {
    readonly properties: { readonly metrics?: readonly (readonly unknown[])[] };
  }[];
}

/** Every metric that the dashboards of a graph show, or compute with. */
export function dashboardMetrics(simulation: Simulation): readonly SeenMetric[] {
  return simulation.ofType("aws:cloudwatch/dashboard:Dashboard").flatMap((dashboard) => {
    // The provider's check has seen that the body is JSON; its form is the layer's own.
    const { widgets } = JSON.parse(textOf(dashboard, "dashboardBody")) as Body;
    return widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .flatMap((line) => {
        const words = line.filter((word): word is string => typeof word === "string");
        const [namespace, metricName, ...rest] = words;
        if (namespace === undefined || metricName === undefined) return [];
        const dimensions = Object.fromEntries(
          rest.flatMap((key, index) => (index % 2 === 0 ? [[key, rest[index + 1] ?? ""] as const] : [])),
        );
        return [{ by: dashboard.name, namespace, metricName, dimensions }];
      });
  });
}

/** Values that a dimension may have in a graph, by namespace and dimension; words where it is one of a few. */
export function dimensionValues(simulation: Simulation): Readonly<Record<string, ReadonlySet<string>>> {
  const of = (type: string, ...properties: readonly string[]): readonly string[] =>
    simulation.ofType(type).flatMap(by(...properties));
  const ids = (type: string): readonly string[] => simulation.ofType(type).map((resource) => resource.id);
  const instances = [
    ...of("aws:rds/instance:Instance", "identifier"),
    ...of("aws:rds/clusterInstance:ClusterInstance", "identifier"),
  ];
  const nodes = simulation
    .ofType("aws:elasticache/replicationGroup:ReplicationGroup")
    .flatMap(({ inputs }) =>
      Array.from(
        { length: Number(inputs.numCacheClusters) },
        (_, index) => `${text(inputs.replicationGroupId)}-${String(index + 1).padStart(3, "0")}`,
      ),
    );
  const filters = simulation
    .ofType("aws:s3/bucketMetric:BucketMetric")
    .map((metric) => textOf(metric, "name"));
  const testedWords = of("aws:backup/restoreTestingPlan:RestoreTestingPlan", "name").map((name) =>
    name.split("_"),
  );
  const values: Readonly<Record<string, readonly string[]>> = {
    "AWS/EC2 Per-VPC Metrics": ids("aws:ec2/vpc:Vpc"),
    "AWS/EC2 AutoScalingGroupName": of("aws:autoscaling/group:Group", "name"),
    "AWS/AutoScaling AutoScalingGroupName": of("aws:autoscaling/group:Group", "name"),
    "CWAgent AutoScalingGroupName": of("aws:autoscaling/group:Group", "name"),
    "AWS/NATGateway NatGatewayId": ids("aws:ec2/natGateway:NatGateway"),
    "AWS/PrivateLinkEndpoints VPC Id": ids("aws:ec2/vpc:Vpc"),
    "AWS/PrivateLinkEndpoints VPC Endpoint Id": ids("aws:ec2/vpcEndpoint:VpcEndpoint"),
    "AWS/PrivateLinkEndpoints Endpoint Type": ["Interface"],
    "AWS/PrivateLinkEndpoints Service Name": of("aws:ec2/vpcEndpoint:VpcEndpoint", "serviceName"),
    "AWS/Route53Resolver FirewallRuleGroupId": ids(
      "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup",
    ),
    "AWS/Route53Resolver VpcId": ids("aws:ec2/vpc:Vpc"),
    "AWS/Route53 HealthCheckId": ids("aws:route53/healthCheck:HealthCheck"),
    "AWS/Logs LogGroupName": of("aws:cloudwatch/logGroup:LogGroup", "name"),
    "AWS/RDS DBClusterIdentifier": of("aws:rds/cluster:Cluster", "clusterIdentifier"),
    "AWS/RDS DBInstanceIdentifier": instances,
    "AWS/DynamoDB TableName": of("aws:dynamodb/table:Table", "name"),
    "AWS/DynamoDB Operation": [
      ...["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"],
    ],
    "AWS/ElastiCache CacheClusterId": nodes,
    "AWS/S3 BucketName": of("aws:s3/bucket:Bucket", "bucket"),
    "AWS/S3 FilterId": filters,
    "AWS/ApplicationELB LoadBalancer": of("aws:lb/loadBalancer:LoadBalancer", "arnSuffix"),
    "AWS/ApplicationELB TargetGroup": of("aws:lb/targetGroup:TargetGroup", "arnSuffix"),
    "AWS/CertificateManager CertificateArn": of("aws:acm/certificate:Certificate", "arn"),
    "AWS/ACMPrivateCA PrivateCAArn": of("aws:acmpca/certificateAuthority:CertificateAuthority", "arn"),
    "AWS/ACMPrivateCA Operation": ["IssueCertificate"],
    "CloudWatchSynthetics CanaryName": of("aws:synthetics/canary:Canary", "name"),
    "AWS/RUM application_name": of("aws:rum/appMonitor:AppMonitor", "name"),
    "AWS/WAFV2 WebACL": of("aws:wafv2/webAcl:WebAcl", "name"),
    "AWS/WAFV2 Region": ["eu-west-1"],
    "AWS/WAFV2 Rule": ["ALL"],
    "AWS/ECS ClusterName": of("aws:ecs/cluster:Cluster", "name"),
    "AWS/ECS ServiceName": of("aws:ecs/service:Service", "name"),
    "AWS/ECS TargetDiscoveryName": discovered(simulation),
    "ECS/ContainerInsights ClusterName": of("aws:ecs/cluster:Cluster", "name"),
    "ECS/ContainerInsights ServiceName": of("aws:ecs/service:Service", "name"),
    "AWS/Events EventBusName": of("aws:cloudwatch/eventBus:EventBus", "name"),
    "AWS/Events RuleName": of("aws:cloudwatch/eventRule:EventRule", "name"),
    "AWS/Scheduler ScheduleGroup": of("aws:scheduler/scheduleGroup:ScheduleGroup", "name"),
    "AWS/SNS TopicName": of("aws:sns/topic:Topic", "name"),
    "AWS/SQS QueueName": of("aws:sqs/queue:Queue", "name"),
    // What validates restores measures by the environment and the word that each restore-testing plan is named by.
    "Platform/Recovery Environment": testedWords.map(([environment = ""]) => environment),
    "Platform/Recovery Criticality": testedWords.map(([, word = ""]) => word),
    "AWS/States StateMachineArn": of("aws:sfn/stateMachine:StateMachine", "arn"),
  };
  return Object.fromEntries(Object.entries(values).map(([key, list]) => [key, new Set(list)]));
}

/** Names by which services find each other. */
function discovered(simulation: Simulation): readonly string[] {
  return simulation.ofType("aws:ecs/service:Service").flatMap(({ inputs }) => {
    // Inputs that the provider's check has seen.
    const { services } = inputs.serviceConnectConfiguration as {
      readonly services: readonly { readonly discoveryName: string }[];
    };
    return services.map(({ discoveryName }) => discoveryName);
  });
}
