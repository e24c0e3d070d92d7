import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { hasContinuousBackup } from "../core/continuous-backup";
import type { Grant } from "../core/grant";
import type { InstanceSizes } from "./data-args";
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
import { instanceDeclarations } from "./database-declarations";
import { engineFacts, type InstanceEngine, parameterFamily } from "./database-engines";
import { type BuiltDatabase, databaseGrant } from "./database-grant";
import type { StoreUse } from "./grants";
import { savedStoreTags, storeTags } from "./store";
import { storeLogGroups } from "./store-logs";
import { databaseIdentifier } from "./store-names";
import { finalSnapshotName, storeSecurityGroup } from "./store-network";

/** Arguments of {@link DatabaseInstance}. */
export type DatabaseInstanceArgs = DatabaseArgs<InstanceEngine, InstanceSizes>;

/** A database instance of RDS, with a standby in another zone where its size says so. */
export class DatabaseInstance extends pulumi.ComponentResource {
  /** Identifier of the instance, known before it exists. */
  public readonly identifier: string;
  /** What the instance says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly built: BuiltDatabase;

  public constructor(
    name: string,
    private readonly args: DatabaseInstanceArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:DatabaseInstance", name, {}, opts);
    this.identifier = databaseIdentifier(args.scope, args.spec.engine, args.name);

    const group = storeSecurityGroup(name, args, args.vpcId, this);
    const logs = storeLogGroups(name, { ...args, ...args.sizes }, databaseLogs(args), this);
    const instance = this.instance(name, group, logs);
    rotateOwnerPassword(`${name}-owner`, instance.masterUserSecrets, this);

    this.built = {
      resourceId: instance.resourceId,
      writer: instance.address,
      reader: instance.address,
      securityGroupId: group.id,
    };
    this.declarations = instanceDeclarations(args, { arn: instance.arn, identifier: this.identifier });
    this.registerOutputs({ identifier: this.identifier, address: instance.address });
  }

  /** What a workload needs in order to use it. */
  public grant(use: StoreUse): Grant {
    return databaseGrant(this.args, this.built, use);
  }

  /** Blue/green updates are left out: RDS refuses them while it manages the owner's password (decision 7). */
  private instance(
    name: string,
    securityGroup: aws.ec2.SecurityGroup,
    logs: readonly pulumi.Resource[],
  ): aws.rds.Instance {
    const { spec, size, sizes, key, support, protect } = this.args;
    return new aws.rds.Instance(
      name,
      {
        identifier: this.identifier,
        engine: spec.engine,
        // A major version alone: the provider compares no more than it is given, so that AWS's minor upgrades show no change.
        engineVersion: spec.majorVersion,
        autoMinorVersionUpgrade: true,
        allowMajorVersionUpgrade: true,
        instanceClass: size.instanceClass,
        dbName: spec.databaseName,
        username: masterUser,
        ...ownerSettings(this.args),
        storageType: "gp3",
        allocatedStorage: size.storageGib.allocated,
        maxAllocatedStorage: size.storageGib.maximum,
        storageEncrypted: true,
        kmsKeyId: key.arn,
        multiAz: size.multiAz,
        port: engineFacts[spec.engine].port,
        dbSubnetGroupName: support.subnetGroupName,
        vpcSecurityGroupIds: [securityGroup.id],
        publiclyAccessible: false,
        caCertIdentifier: certificateAuthority,
        parameterGroupName: this.parameters(name).name,
        enabledCloudwatchLogsExports: [...engineFacts[spec.engine].logs],
        databaseInsightsMode: size.insights,
        ...insightSettings(this.args),
        backupRetentionPeriod: size.backupRetentionDays,
        backupWindow: sizes.backupWindow,
        maintenanceWindow: sizes.maintenanceWindow,
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
        ignoreChanges: hasContinuousBackup(spec.criticality) ? ["backupRetentionPeriod", "backupWindow"] : [],
      },
    );
  }

  private parameters(name: string): aws.rds.ParameterGroup {
    const { spec } = this.args;
    const groupName = parameterGroupName(this.args, name);
    return new aws.rds.ParameterGroup(
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
}
