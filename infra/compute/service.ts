import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import { withKnownParts } from "../core/known-parts";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Cluster } from "./cluster";
import { capacityShares } from "./capacity-shares";
import type { ReleaseSizes, RolloutSizes, ServiceSizes } from "./compute-args";
import { containerDefinition, type ContainerSpec, logOptions, portName, taskVolumes } from "./container";
import { deploymentConfiguration, shiftsTraffic, waitingMinutes } from "./release";
import { RollbackAlarms, type RollbackMetric } from "./rollback-alarms";
import { callPort, proxyPort } from "./service-connect";
import { executionStatements, shellStatements, taskTrust } from "./service-roles";
import { ServiceScaling } from "./service-scaling";
import { TrafficShifter } from "./traffic-shifter";
import { logOf, type WorkloadArgs } from "./workload";

/** Arguments of {@link Service}. */
export interface ServiceArgs extends WorkloadArgs {
  /** Where it runs. */
  readonly cluster: Cluster;
  /** Its size. */
  readonly sizes: ServiceSizes;
  /** Share of its tasks beyond the minimum that run on Spot capacity, in percent. */
  readonly spotPercent: number;
  /** How many tasks run during a deployment. */
  readonly rollout: RolloutSizes;
  /** How long a version that was released beside the old one is watched. */
  readonly release: ReleaseSizes;
  /** Whether people may open a shell in its containers. */
  readonly execCommand: boolean;
  /** Services that it calls: its proxy knows only those that were there before it. */
  readonly after: readonly Service[];
}

type BehindFrontDoor = Pick<
  aws.ecs.ServiceArgs,
  "deploymentConfiguration" | "healthCheckGracePeriodSeconds" | "loadBalancers"
>;

interface TaskRoles {
  /** Role by which ECS starts a task. */
  readonly execution: aws.iam.Role;
  /** Role of the application. */
  readonly task: aws.iam.Role;
  /** Rights of both; a task that starts before them fails. */
  readonly rights: readonly aws.iam.RolePolicy[];
}

/** Longest time that a deployment may take, its way back included and what it waits by itself left out; in minutes. */
const patienceMinutes = 45;

/** Seconds in which a new task may fail the balancer's health check. */
const healthCheckGraceSeconds = 60;

/**
 * A microservice: tasks on Fargate that run one image by digest as a user without rights, found by others through Service
 * Connect, rolled out with a way back, and scaled by what they have to do.
 */
export class Service extends pulumi.ComponentResource {
  /** Name of the ECS service, known before it exists. */
  public readonly serviceName: string;
  /** ARN of the ECS service. */
  public readonly arn: pulumi.Output<string>;
  /** Names of the alarms that call a deployment off. */
  public readonly rollbackAlarms: readonly string[];

  public constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:Service", name, {}, opts);
    this.serviceName = physicalName("ecs-service", args.scope, args.workload.name);

    const log = this.logGroup(name, args);
    const roles = this.roles(name, args);
    const definition = this.taskDefinition(name, args, roles);
    const alarms = this.alarms(name, args);
    const service = this.service(name, args, { definition, alarms, before: [log, ...roles.rights] });
    this.scaling(name, args, service);

    // ECS has no id for a service but its ARN.
    this.arn = service.id;
    this.rollbackAlarms = alarms.names;
    this.registerOutputs({ serviceName: this.serviceName });
  }

  private logGroup(
    name: string,
    { scope, workload, key, logRetentionDays }: ServiceArgs,
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

  private roles(name: string, args: ServiceArgs): TaskRoles {
    const { scope, workload, sizes, cluster, execCommand } = args;
    const execution = this.role(name, "execution", args);
    const task = this.role(name, "task", args);
    const rights = [
      new aws.iam.RolePolicy(
        `${name}-execution`,
        {
          role: execution.name,
          policy: policyDocument(executionStatements(sizes.image, logOf(scope, workload.name))),
        },
        { parent: this },
      ),
      new aws.iam.RolePolicy(
        `${name}-task`,
        {
          role: task.name,
          policy: policyDocument([
            ...shellStatements(execCommand, cluster.shell),
            ...workload.uses.grants.flatMap(({ statements }) => statements),
          ]),
        },
        { parent: this },
      ),
    ];
    return { execution, task, rights };
  }

  private role(name: string, purpose: "execution" | "task", { scope, workload }: ServiceArgs): aws.iam.Role {
    const does = purpose === "task" ? "What the application may do" : "Lets ECS start tasks";
    const roleName = physicalName("iam-role", scope, `workload-${workload.name}-${purpose}-${scope.region}`);
    return new aws.iam.Role(
      `${name}-${purpose}`,
      {
        name: roleName,
        description: `${does}: service ${workload.name}`,
        assumeRolePolicy: policyDocument(taskTrust(scope)),
        tags: { Name: roleName, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  private taskDefinition(name: string, args: ServiceArgs, roles: TaskRoles): aws.ecs.TaskDefinition {
    const { scope, workload, sizes, execCommand } = args;
    const family = physicalName("task-family", scope, workload.name);
    const spec: ContainerSpec<pulumi.Input<string>> = {
      name: workload.name,
      image: sizes.image,
      port: workload.spec.port,
      settings: args.settings,
      logGroup: logOf(scope, workload.name).name,
      region: scope.region,
      shell: execCommand,
    };
    const containers = pulumi
      .output(args.settings)
      .apply((settings) => JSON.stringify([containerDefinition({ ...spec, settings })]));
    return new aws.ecs.TaskDefinition(
      name,
      {
        family,
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
        cpu: String(sizes.cpu),
        memory: String(sizes.memoryMib),
        executionRoleArn: roles.execution.arn,
        taskRoleArn: roles.task.arn,
        containerDefinitions: withKnownParts(containers, [containerDefinition(spec)]),
        volumes: taskVolumes(execCommand).map((volume) => ({ ...volume })),
        enableFaultInjection: false,
        // Earlier revisions stay, so that there is one to go back to; they cost nothing.
        skipDestroy: true,
        tags: { Name: family, ...entryTags(workload.name, workload.spec) },
      },
      { parent: this },
    );
  }

  private alarms(name: string, { scope, workload, cluster, target }: ServiceArgs): RollbackAlarms {
    const dimensions = { ClusterName: cluster.clusterName, ServiceName: this.serviceName };
    const metric = (word: string, metricName: string): RollbackMetric => ({
      word,
      description: `Tasks of ${workload.name} use nearly all of their ${word}`,
      namespace: "AWS/ECS",
      metricName,
      dimensions,
      statistic: "Average",
      limit: 95,
    });
    return new RollbackAlarms(
      `${name}-rollback`,
      {
        scope,
        workload,
        metrics: [metric("cpu", "CPUUtilization"), metric("memory", "MemoryUtilization")],
        ...(target === undefined ? {} : { target }),
      },
      { parent: this },
    );
  }

  private service(
    name: string,
    args: ServiceArgs,
    parts: {
      readonly definition: aws.ecs.TaskDefinition;
      readonly alarms: RollbackAlarms;
      readonly before: readonly pulumi.Resource[];
    },
  ): aws.ecs.Service {
    const { workload, cluster, target } = args;
    const patience = `${patienceMinutes + waitingMinutes(workload.release, args.release)}m`;
    return new aws.ecs.Service(
      name,
      {
        name: this.serviceName,
        cluster: cluster.arn,
        taskDefinition: parts.definition.arn,
        desiredCount: workload.minimum,
        capacityProviderStrategies: capacityShares(workload.minimum, args.spotPercent).map((share) => ({
          ...share,
        })),
        // Without it the provider refuses another share of Spot, or another minimum, once the service is there.
        forceNewDeployment: true,
        platformVersion: "LATEST",
        schedulingStrategy: "REPLICA",
        availabilityZoneRebalancing: "ENABLED",
        deploymentMinimumHealthyPercent: args.rollout.minimumHealthyPercent,
        deploymentMaximumPercent: args.rollout.maximumPercent,
        deploymentController: { type: "ECS" },
        deploymentCircuitBreaker: { enable: true, rollback: true },
        alarms: { enable: true, rollback: true, alarmNames: [...parts.alarms.existing] },
        // The provider then reports a deployment that was rolled back as what it is: one that failed.
        waitForSteadyState: true,
        networkConfiguration: {
          subnets: [...args.subnetIds],
          securityGroups: [args.securityGroupId],
          assignPublicIp: false,
        },
        serviceConnectConfiguration: this.connect(args),
        ...this.behindFrontDoor(name, args),
        enableExecuteCommand: args.execCommand,
        enableEcsManagedTags: true,
        propagateTags: "SERVICE",
        tags: { Name: this.serviceName, ...entryTags(workload.name, workload.spec) },
      },
      {
        parent: this,
        dependsOn: [...cluster.ready, ...parts.before, ...(target?.ready ?? []), ...args.after],
        // After creation the count belongs to autoscaling, whose minimum follows the size table.
        ignoreChanges: ["desiredCount"],
        customTimeouts: { create: patience, update: patience },
      },
    );
  }

  private behindFrontDoor(name: string, { scope, workload, target, release }: ServiceArgs): BehindFrontDoor {
    if (target === undefined) return {};
    const { name: containerName, spec, release: way } = workload;
    const balancer = { containerName, containerPort: spec.port, targetGroupArn: target.arn };
    const grace = { healthCheckGracePeriodSeconds: healthCheckGraceSeconds };
    const { shift } = target;
    if (shift === undefined || !shiftsTraffic(way)) return { loadBalancers: [balancer], ...grace };
    const shifter = new TrafficShifter(
      `${name}-shifter`,
      { scope, workload, rule: shift.ruleArn, groups: [target.arn, shift.otherArn] },
      { parent: this },
    );
    const advancedConfiguration = {
      alternateTargetGroupArn: shift.otherArn,
      productionListenerRule: shift.ruleArn,
      roleArn: shifter.roleArn,
    };
    return {
      deploymentConfiguration: deploymentConfiguration(way, release),
      loadBalancers: [{ ...balancer, advancedConfiguration }],
      ...grace,
    };
  }

  private connect({
    scope,
    workload,
    cluster,
  }: ServiceArgs): aws.types.input.ecs.ServiceServiceConnectConfiguration {
    const { name } = workload;
    const { tls } = cluster;
    return {
      enabled: true,
      namespace: cluster.namespaceArn,
      logConfiguration: {
        logDriver: "awslogs",
        options: { ...logOptions(logOf(scope, name).name, scope.region, "service-connect") },
      },
      services: [
        {
          portName: portName(name),
          discoveryName: name,
          ingressPortOverride: proxyPort,
          clientAlias: [{ dnsName: name, port: callPort }],
          ...(tls === undefined
            ? {}
            : {
                tls: {
                  issuerCertAuthority: { awsPcaAuthorityArn: tls.authorityArn },
                  kmsKey: tls.keyArn,
                  roleArn: tls.roleArn,
                },
              }),
        },
      ],
    };
  }

  private scaling(name: string, { workload, cluster, target }: ServiceArgs, service: aws.ecs.Service): void {
    new ServiceScaling(
      `${name}-scaling`,
      {
        workload,
        clusterName: cluster.clusterName,
        serviceName: this.serviceName,
        service,
        ...(target === undefined ? {} : { target }),
      },
      { parent: this },
    );
  }
}
