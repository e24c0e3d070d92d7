import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Grant } from "../core/grant";
import { hasContinuousBackup } from "../core/continuous-backup";
import { physicalName } from "../core/names";
import { clusterDeclarations } from "./database-declarations";
import type { ClusterSizes } from "./data-args";
import {
  certificateAuthority,
  databaseLogs,
  type DatabaseArgs,
  groupParameters,
  insightSettings,
  masterUser,
  ownerSettings,
  parameterGroupName,
  rotateOwnerPassword,
} from "./database";
import { type ClusterEngine, engineFacts, parameterFamily } from "./database-engines";
import { type BuiltDatabase, databaseGrant } from "./database-grant";
import type { StoreUse } from "./grants";
import { savedStoreTags, storeTags } from "./store";
import { storeLogGroups } from "./store-logs";
import { databaseIdentifier, writerName } from "./store-names";
import { finalSnapshotName, storeSecurityGroup } from "./store-network";

/** Arguments of {@link DatabaseCluster}. */
export type DatabaseClusterArgs = DatabaseArgs<ClusterEngine, ClusterSizes>;

/**
 * A cluster of Aurora: one instance that the program makes, and readers that autoscaling makes and removes. So the same
 * things exist in every environment, and a size never adds or removes one.
 */
export class DatabaseCluster extends pulumi.ComponentResource {
  /** Identifier of the cluster, known before it exists. */
  public readonly identifier: string;
  /** Identifier of the instance that it begins with. */
  public readonly writerIdentifier: string;
  /** What the cluster says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly built: BuiltDatabase;

  public constructor(
    name: string,
    private readonly args: DatabaseClusterArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:DatabaseCluster", name, {}, opts);
    this.identifier = databaseIdentifier(args.scope, args.spec.engine, args.name);
    this.writerIdentifier = physicalName("db-instance", args.scope, writerName(args.name));

    const group = storeSecurityGroup(name, args, args.vpcId, this);
    const logs = storeLogGroups(name, { ...args, ...args.sizes }, databaseLogs(args), this);
    const cluster = this.cluster(name, group, logs);
    const writer = this.writer(name, cluster);
    this.scaleReaders(name, cluster, writer);
    rotateOwnerPassword(`${name}-owner`, cluster.masterUserSecrets, this);

    this.built = {
      resourceId: cluster.clusterResourceId,
      writer: cluster.endpoint,
      reader: cluster.readerEndpoint,
      securityGroupId: group.id,
    };
    this.declarations = clusterDeclarations(args, {
      arn: cluster.arn,
      identifier: this.identifier,
      writer: this.writerIdentifier,
    });
    this.registerOutputs({ identifier: this.identifier, endpoint: cluster.endpoint });
  }

  /** What a workload needs in order to use it. */
  public grant(use: StoreUse): Grant {
    return databaseGrant(this.args, this.built, use);
  }

  private cluster(
    name: string,
    securityGroup: aws.ec2.SecurityGroup,
    logs: readonly pulumi.Resource[],
  ): aws.rds.Cluster {
    const { spec, size, sizes, key, support, protect } = this.args;
    return new aws.rds.Cluster(
      name,
      {
        clusterIdentifier: this.identifier,
        engine: spec.engine,
        // A major version alone: the provider compares no more than it is given, so that AWS's minor upgrades show no change.
        engineVersion: spec.majorVersion,
        allowMajorVersionUpgrade: true,
        databaseName: spec.databaseName,
        masterUsername: masterUser,
        ...ownerSettings(this.args),
        ...("minimumAcu" in size.capacity
          ? {
              serverlessv2ScalingConfiguration: {
                minCapacity: size.capacity.minimumAcu,
                maxCapacity: size.capacity.maximumAcu,
              },
            }
          : {}),
        storageEncrypted: true,
        kmsKeyId: key.arn,
        port: engineFacts[spec.engine].port,
        dbSubnetGroupName: support.subnetGroupName,
        vpcSecurityGroupIds: [securityGroup.id],
        dbClusterParameterGroupName: this.parameters(name).name,
        enabledCloudwatchLogsExports: [...engineFacts[spec.engine].logs],
        databaseInsightsMode: size.insights,
        ...insightSettings(this.args),
        backupRetentionPeriod: size.backupRetentionDays,
        preferredBackupWindow: sizes.backupWindow,
        preferredMaintenanceWindow: sizes.maintenanceWindow,
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: false,
        deletionProtection: protect,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: finalSnapshotName(this.identifier, securityGroup),
        tags: savedStoreTags(this.args.name, this.identifier, this.args),
      },
      {
        parent: this,
        protect,
        dependsOn: [...logs],
        ignoreChanges: hasContinuousBackup(spec.criticality)
          ? ["backupRetentionPeriod", "preferredBackupWindow"]
          : [],
      },
    );
  }

  private writer(name: string, cluster: aws.rds.Cluster): aws.rds.ClusterInstance {
    const { spec, size, sizes, support, protect } = this.args;
    const { capacity } = size;
    return new aws.rds.ClusterInstance(
      writerName(name),
      {
        identifier: this.writerIdentifier,
        clusterIdentifier: cluster.id,
        engine: spec.engine,
        instanceClass: "instanceClass" in capacity ? capacity.instanceClass : "db.serverless",
        dbSubnetGroupName: support.subnetGroupName,
        publiclyAccessible: false,
        caCertIdentifier: certificateAuthority,
        autoMinorVersionUpgrade: true,
        preferredMaintenanceWindow: sizes.maintenanceWindow,
        copyTagsToSnapshot: true,
        promotionTier: 0,
        ...insightSettings(this.args),
        tags: storeTags(this.args.name, this.writerIdentifier, this.args),
      },
      { parent: this, protect },
    );
  }

  private parameters(name: string): aws.rds.ClusterParameterGroup {
    const { spec } = this.args;
    const groupName = parameterGroupName(this.args, name);
    return new aws.rds.ClusterParameterGroup(
      name,
      {
        name: groupName,
        family: parameterFamily(spec.engine, spec.majorVersion),
        description: `${this.args.name}: TLS alone, and logs`,
        parameters: groupParameters(spec.engine),
        tags: storeTags(this.args.name, groupName, this.args),
      },
      { parent: this },
    );
  }

  /** Readers follow the load of processors. Each that is added has the class and the settings of the first instance. */
  private scaleReaders(name: string, cluster: aws.rds.Cluster, writer: aws.rds.ClusterInstance): void {
    const { minimum, maximum } = this.args.size.readers;
    const target = new aws.appautoscaling.Target(
      `${name}-readers`,
      {
        serviceNamespace: "rds",
        scalableDimension: "rds:cluster:ReadReplicaCount",
        resourceId: pulumi.interpolate`cluster:${cluster.clusterIdentifier}`,
        minCapacity: minimum,
        maxCapacity: maximum,
        tags: storeTags(this.args.name, `${this.identifier}-readers`, this.args),
      },
      { parent: this, dependsOn: [writer] },
    );
    new aws.appautoscaling.Policy(
      `${name}-readers`,
      {
        name: `${this.identifier}-readers-by-cpu`,
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
          targetValue: 70,
          // A reader takes minutes to begin, and readers that come and go cut connections.
          scaleOutCooldown: 300,
          scaleInCooldown: 900,
        },
      },
      { parent: this },
    );
  }
}
