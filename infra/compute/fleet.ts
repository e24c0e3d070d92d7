import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { entryTags } from "../core/catalogue-entry";
import { physicalName } from "../core/names";
import { patchGroupTag } from "../core/patch-group";
import { policyDocument } from "../core/policy-document";
import { sessionRights } from "../core/sessions";
import { agentAssociation } from "./agent-association";
import { agentConfig } from "./agent-config";
import type { FleetSizes, FleetSpec } from "./compute-args";
import { FleetScaling } from "./fleet-scaling";
import { agentStatements, instanceTrust, systemsManagerStatements } from "./fleet-roles";
import { launchTemplate } from "./launch-template";
import { RollbackAlarms, type RollbackMetric } from "./rollback-alarms";
import { instanceWarmupSeconds } from "./scaling";
import { logOf, type WorkloadArgs } from "./workload";

/** Arguments of {@link Fleet}. */
export interface FleetArgs extends WorkloadArgs {
  /** Operating system. */
  readonly operatingSystem: FleetSpec["operatingSystem"];
  /** Its size. */
  readonly sizes: FleetSizes;
  /** Tags of the stack, which the provider's default tags do not bring to instances and volumes. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Seconds in which a new instance may fail health checks: it installs its agent and starts the application first. */
const healthCheckGraceSeconds = 300;

/** New instances come before old ones go, one at least, so that a fleet never has fewer than it should. */
const replacement = { minHealthyPercentage: 100, maxHealthyPercentage: 110 } as const;

const secondsOfDay = 86_400;

/** Measures of the group that CloudWatch gets; the backlog of queues is shared out by the instances in service. */
const groupMetrics = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
] as const;

/**
 * An application on instances: an Auto Scaling group that replaces what fails, what is old and what is out of date, with a
 * way back. Nobody signs in but through Systems Manager.
 */
export class Fleet extends pulumi.ComponentResource {
  /** Name of the Auto Scaling group, known before it exists. */
  public readonly groupName: string;
  /** ARN of the Auto Scaling group. */
  public readonly arn: pulumi.Output<string>;
  /** Names of the alarms that call a refresh of the instances off. */
  public readonly rollbackAlarms: readonly string[];

  private readonly agentParameter: string;

  public constructor(name: string, args: FleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:Fleet", name, {}, opts);
    const { scope, workload } = args;
    this.groupName = physicalName("auto-scaling-group", scope, workload.name);
    this.agentParameter = physicalName("parameter", scope, `compute/${workload.name}/cloudwatch-agent`);

    const log = this.logGroup(name, args);
    const parameter = this.parameter(name, args);
    const { profile, rights } = this.rights(name, args);
    const template = this.template(name, args, profile);
    const alarms = this.alarms(name, args);
    const group = this.group(name, args, { template, alarms, before: [log, parameter, rights] });
    this.scaling(name, args, group);
    agentAssociation(name, { scope, fleet: workload.name, parameter, group }, this);

    this.arn = group.arn;
    this.rollbackAlarms = alarms.names;
    this.registerOutputs({ groupName: this.groupName });
  }

  private logGroup(
    name: string,
    { scope, workload, key, logRetentionDays }: FleetArgs,
  ): aws.cloudwatch.LogGroup {
    const log = logOf(scope, workload.name);
    return new aws.cloudwatch.LogGroup(
      name,
      {
        name: log.name,
        retentionInDays: logRetentionDays,
        kmsKeyId: key.arn,
        tags: { Name: log.name, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  private parameter(name: string, { scope, workload }: FleetArgs): aws.ssm.Parameter {
    return new aws.ssm.Parameter(
      `${name}-agent`,
      {
        name: this.agentParameter,
        description: `Configuration of the CloudWatch agent on instances of ${workload.name}`,
        type: "String",
        insecureValue: agentConfig({
          autoScalingGroupName: this.groupName,
          logGroup: logOf(scope, workload.name).name,
        }),
        tags: { Name: this.agentParameter, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  private rights(
    name: string,
    { scope, workload }: FleetArgs,
  ): { readonly profile: aws.iam.InstanceProfile; readonly rights: aws.iam.RolePolicy } {
    const roleName = `workload-${workload.name}-instance-${scope.region}`;
    const tags = entryTags(workload.name, workload.spec);
    const role = new aws.iam.Role(
      `${name}-instance`,
      {
        name: physicalName("iam-role", scope, roleName),
        description: `What the application and the agents may do: fleet ${workload.name}`,
        assumeRolePolicy: policyDocument(instanceTrust(scope)),
        tags: { Name: physicalName("iam-role", scope, roleName), ...tags },
      },
      { parent: this },
    );
    const rights = new aws.iam.RolePolicy(
      `${name}-instance`,
      {
        role: role.name,
        policy: policyDocument([
          ...systemsManagerStatements(scope),
          ...sessionRights(scope),
          ...agentStatements(this.agentParameterArn(scope), logOf(scope, workload.name)),
          ...workload.uses.grants.flatMap(({ statements }) => statements),
        ]),
      },
      { parent: this },
    );
    const profileName = physicalName("instance-profile", scope, roleName);
    const profile = new aws.iam.InstanceProfile(
      `${name}-instance`,
      { name: profileName, role: role.name, tags: { Name: profileName, ...tags } },
      { parent: this },
    );
    return { profile, rights };
  }

  private agentParameterArn(scope: FleetArgs["scope"]): string {
    return regionalArn(scope, "ssm", `parameter${this.agentParameter}`);
  }

  private template(name: string, args: FleetArgs, profile: aws.iam.InstanceProfile): aws.ec2.LaunchTemplate {
    const { scope, workload, operatingSystem, sizes, key, securityGroupId, settings } = args;
    return launchTemplate(
      name,
      {
        scope,
        fleet: workload.name,
        operatingSystem,
        sizes,
        key,
        securityGroupId,
        profileArn: profile.arn,
        agentParameter: this.agentParameter,
        settings,
        tags: this.launchTags(args),
      },
      this,
    );
  }

  /** Tags of instances and of what they bring: the stack's, then the fleet's own. */
  private launchTags({ scope, tags, workload }: FleetArgs): Readonly<Record<string, string>> {
    const own = { [patchGroupTag]: scope.environment, Name: this.groupName };
    return { ...tags, ...entryTags(workload.name, workload.spec), ...own };
  }

  private alarms(name: string, { scope, workload, target }: FleetArgs): RollbackAlarms {
    const ofGroup: Pick<RollbackMetric, "namespace" | "dimensions"> = {
      namespace: "AWS/EC2",
      dimensions: { AutoScalingGroupName: this.groupName },
    };
    return new RollbackAlarms(
      `${name}-rollback`,
      {
        scope,
        workload,
        metrics: [
          {
            ...ofGroup,
            word: "cpu",
            description: `Instances of ${workload.name} use nearly all of their CPU`,
            metricName: "CPUUtilization",
            statistic: "Average",
            limit: 95,
          },
          {
            ...ofGroup,
            word: "status",
            description: `An instance of ${workload.name} fails EC2's status checks`,
            metricName: "StatusCheckFailed",
            statistic: "Maximum",
            limit: 1,
          },
        ],
        ...(target === undefined ? {} : { target }),
      },
      { parent: this },
    );
  }

  private group(
    name: string,
    args: FleetArgs,
    parts: {
      readonly template: aws.ec2.LaunchTemplate;
      readonly alarms: RollbackAlarms;
      readonly before: readonly pulumi.Resource[];
    },
  ): aws.autoscaling.Group {
    const { workload, target, sizes } = args;
    return new aws.autoscaling.Group(
      name,
      {
        name: this.groupName,
        // No desired capacity: at first it is the minimum, and from then on it belongs to autoscaling.
        minSize: workload.minimum,
        maxSize: workload.maximum,
        vpcZoneIdentifiers: [...args.subnetIds],
        launchTemplate: {
          id: parts.template.id,
          version: parts.template.latestVersion.apply(String),
        },
        healthCheckType: target === undefined ? "EC2" : "ELB",
        healthCheckGracePeriod: healthCheckGraceSeconds,
        ...(target === undefined ? {} : { targetGroupArns: [target.arn] }),
        defaultInstanceWarmup: instanceWarmupSeconds,
        maxInstanceLifetime: sizes.maximumLifetimeDays * secondsOfDay,
        capacityRebalance: true,
        availabilityZoneDistribution: { capacityDistributionStrategy: "balanced-best-effort" },
        terminationPolicies: ["OldestLaunchTemplate", "OldestInstance"],
        instanceMaintenancePolicy: replacement,
        instanceRefresh: {
          strategy: "Rolling",
          preferences: {
            ...replacement,
            autoRollback: true,
            skipMatching: true,
            instanceWarmup: String(instanceWarmupSeconds),
            alarmSpecification: { alarms: [...parts.alarms.existing] },
          },
        },
        enabledMetrics: [...groupMetrics],
        metricsGranularity: "1Minute",
        tags: Object.entries(this.launchTags(args)).map(([key, value]) => ({
          key,
          value,
          propagateAtLaunch: true,
        })),
      },
      { parent: this, dependsOn: [...parts.before, ...(target?.ready ?? [])] },
    );
  }

  private scaling(name: string, { workload, target }: FleetArgs, group: aws.autoscaling.Group): void {
    new FleetScaling(
      `${name}-scaling`,
      { workload, groupName: this.groupName, group, ...(target === undefined ? {} : { target }) },
      { parent: this },
    );
  }
}
