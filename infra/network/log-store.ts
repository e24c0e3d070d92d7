import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { LogRetentionDays } from "../core/log-retention";
import { type NameScope, physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Region } from "../core/region";

/** What the network keeps logs of. */
const networkLogs = ["flows", "dns-queries"] as const;

/** What the network keeps logs of; see {@link networkLogs}. */
export type NetworkLog = (typeof networkLogs)[number];

/** Where the network's logs are kept. */
export interface LogScope extends NameScope {
  /** Region of the log groups. */
  readonly region: Region;
}

/** Arguments of {@link LogStore}. */
export interface LogStoreArgs {
  /** Environment, account and Region of the log groups. */
  readonly scope: LogScope;
  /** Days that events are kept. */
  readonly retentionDays: LogRetentionDays;
}

/** A log group, as those who write into it know it. */
export interface LogTarget {
  /** Its name. */
  readonly name: string;
  /** Its ARN, known before it exists. */
  readonly knownArn: string;
  /** Its ARN, once it exists. */
  readonly arn: pulumi.Output<string>;
}

/** Name of the group that holds a log. */
function groupName(scope: LogScope, log: NetworkLog): string {
  return physicalName("log-group", scope, `network/${log}`);
}

function groupArn(scope: LogScope, log: NetworkLog): string {
  return regionalArn(scope, "logs", `log-group:${groupName(scope, log)}`);
}

/** Statements of the logs' key: its account administers it, and CloudWatch Logs uses it for these groups alone. */
function logKeyStatements(scope: LogScope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    {
      sid: "LogsEncryptNetworkLogs",
      principals: { Service: [servicePrincipal("logs", scope.region)] },
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": networkLogs.map((log) => groupArn(scope, log)),
        },
      },
      wildcards: { resources: thisKey },
    },
  ];
}

/** Log groups for what the network sees, encrypted with a key of their own. */
export class LogStore extends pulumi.ComponentResource {
  /** Group of each log. */
  public readonly targets: Readonly<Record<NetworkLog, LogTarget>>;
  /** Id of the key. */
  public readonly keyId: pulumi.Output<string>;

  public constructor(name: string, args: LogStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:LogStore", name, {}, opts);

    const key = new aws.kms.Key(
      name,
      {
        description: `Encrypts the network logs of ${args.scope.environment}`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument(logKeyStatements(args.scope)),
        tags: { Name: `${args.scope.environment}-${name}` },
      },
      { parent: this },
    );
    new aws.kms.Alias(
      name,
      { name: physicalName("kms-alias", args.scope, name), targetKeyId: key.id },
      { parent: this },
    );

    this.targets = {
      flows: this.logGroup(name, "flows", args, key),
      "dns-queries": this.logGroup(name, "dns-queries", args, key),
    };
    this.keyId = key.id;
    this.registerOutputs({ keyId: this.keyId });
  }

  private logGroup(
    name: string,
    log: NetworkLog,
    { scope, retentionDays }: LogStoreArgs,
    key: aws.kms.Key,
  ): LogTarget {
    const group = new aws.cloudwatch.LogGroup(
      `${name}-${log}`,
      { name: groupName(scope, log), retentionInDays: retentionDays, kmsKeyId: key.arn },
      { parent: this },
    );
    return { name: groupName(scope, log), knownArn: groupArn(scope, log), arn: group.arn };
  }
}
