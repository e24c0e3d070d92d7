import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { capacityShares } from "./capacity-shares";
import type { containerInsightsModes } from "./compute-args";
import type { LogDestination, ShellRecord } from "./service-roles";
import { ServiceTls, type TlsIssuer } from "./service-tls";
import { logDestination } from "./workload";

/** Arguments of {@link Cluster}. */
export interface ClusterArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Key that encrypts the record of shells. */
  readonly key: EncryptionKey;
  /** Mode of Container Insights. */
  readonly containerInsights: (typeof containerInsightsModes)[number];
  /** Share of tasks that run on Spot capacity unless a service says otherwise, in percent. */
  readonly spotPercent: number;
  /** Whether services speak TLS among themselves. It decides whether there is a certificate authority. */
  readonly serviceTls: boolean;
  /** Days that the record of shells is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Whether the key and the certificate authority refuse to be deleted. */
  readonly protect: boolean;
}

/**
 * Statements of the cluster's key: its account administers it, roles use it as their own policies say, and Fargate
 * encrypts the storage of this cluster's tasks.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html
 */
function keyStatements({ region, accountId }: Scope, clusterName: string): readonly PolicyStatement[] {
  const fargate = {
    principals: { Service: ["fargate.amazonaws.com"] },
    ...{ resources: ["*"], wildcards: { resources: thisKey } },
  };
  const thisCluster = {
    "kms:EncryptionContext:aws:ecs:clusterAccount": accountId,
    "kms:EncryptionContext:aws:ecs:clusterName": clusterName,
  };
  return [
    keyAdministration({ region, accountId }),
    {
      ...fargate,
      sid: "FargateMakesDataKeys",
      actions: ["kms:GenerateDataKeyWithoutPlaintext"],
      conditions: { StringEquals: thisCluster },
    },
    {
      ...fargate,
      sid: "FargateGrantsDecryption",
      actions: ["kms:CreateGrant"],
      conditions: {
        StringEquals: thisCluster,
        "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
      },
    },
  ];
}

/** Where services run, how they find each other, and where shells in them are recorded. */
export class Cluster extends pulumi.ComponentResource {
  /** Name of the cluster, known before it exists. */
  public readonly clusterName: string;
  /** ARN of the cluster, once it has its capacity. */
  public readonly arn: pulumi.Output<string>;
  /** ARN of the namespace in which services find each other. */
  public readonly namespaceArn: pulumi.Output<string>;
  /** Where shells in containers are recorded. */
  public readonly shell: ShellRecord;
  /** Who issues services' certificates; nobody where they speak no TLS among themselves. */
  public readonly tls: TlsIssuer | undefined;
  /** Id of the cluster's key. */
  public readonly keyId: pulumi.Output<string>;
  /** What has to be there before a service can run. */
  public readonly ready: readonly pulumi.Resource[];

  public constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:Cluster", name, {}, opts);
    this.clusterName = physicalName("ecs-cluster", args.scope, "compute");

    const key = this.key(name, args);
    const log = this.shellLog(name, args);
    const namespace = this.namespace(name, args);
    const cluster = this.cluster(name, args, { key, log, namespace });
    const issuer = args.serviceTls ? this.issuer(name, args, key) : undefined;

    this.arn = cluster.arn;
    this.namespaceArn = namespace.arn;
    this.shell = { log, keyArn: key.arn };
    this.keyId = key.id;
    this.tls = issuer;
    this.ready = [this.capacity(name, args, cluster), ...(issuer === undefined ? [] : [issuer])];
    this.registerOutputs({ clusterName: this.clusterName, arn: this.arn });
  }

  private key(name: string, { scope, protect }: ClusterArgs): aws.kms.Key {
    const key = new aws.kms.Key(
      name,
      {
        description: `Encrypts storage, shells and private keys of services in ${scope.environment}`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument(keyStatements(scope, this.clusterName)),
        tags: { Name: `${scope.environment}-${name}` },
      },
      { parent: this, protect },
    );
    new aws.kms.Alias(
      name,
      { name: physicalName("kms-alias", scope, name), targetKeyId: key.id },
      { parent: this },
    );
    return key;
  }

  /** The group is there whether shells are allowed or not, so that the records outlive a change of mind. */
  private shellLog(name: string, { scope, key, logRetentionDays }: ClusterArgs): LogDestination {
    const log = logDestination(scope, "compute/shells");
    new aws.cloudwatch.LogGroup(
      `${name}-shells`,
      { name: log.name, retentionInDays: logRetentionDays, kmsKeyId: key.arn, tags: { Name: log.name } },
      { parent: this },
    );
    return log;
  }

  private namespace(name: string, { scope }: ClusterArgs): aws.servicediscovery.HttpNamespace {
    const namespaceName = physicalName("service-namespace", scope, "compute");
    return new aws.servicediscovery.HttpNamespace(
      name,
      { name: namespaceName, description: "Services that call each other", tags: { Name: namespaceName } },
      { parent: this },
    );
  }

  private cluster(
    name: string,
    { containerInsights }: ClusterArgs,
    parts: {
      readonly key: aws.kms.Key;
      readonly log: LogDestination;
      readonly namespace: aws.servicediscovery.HttpNamespace;
    },
  ): aws.ecs.Cluster {
    return new aws.ecs.Cluster(
      name,
      {
        name: this.clusterName,
        settings: [{ name: "containerInsights", value: containerInsights }],
        serviceConnectDefaults: { namespace: parts.namespace.arn },
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: parts.key.arn,
            logging: "OVERRIDE",
            logConfiguration: {
              cloudWatchEncryptionEnabled: true,
              cloudWatchLogGroupName: parts.log.name,
            },
          },
          managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: parts.key.arn },
        },
        tags: { Name: this.clusterName },
      },
      { parent: this },
    );
  }

  private capacity(
    name: string,
    { spotPercent }: ClusterArgs,
    cluster: aws.ecs.Cluster,
  ): aws.ecs.ClusterCapacityProviders {
    return new aws.ecs.ClusterCapacityProviders(
      name,
      {
        clusterName: cluster.name,
        capacityProviders: ["FARGATE", "FARGATE_SPOT"],
        defaultCapacityProviderStrategies: capacityShares(1, spotPercent).map((share) => ({ ...share })),
      },
      { parent: this },
    );
  }

  private issuer(name: string, { scope, protect }: ClusterArgs, key: aws.kms.Key): ServiceTls {
    return new ServiceTls(`${name}-tls`, { scope, keyArn: key.arn, protect }, { parent: this });
  }
}
