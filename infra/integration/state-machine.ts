import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { stateMachineStatements } from "../core/state-machine-rights";
import { stateMachineArn } from "./integration-names";
import { ServiceRole } from "./service-role";

/** Arguments of {@link StateMachine}. */
export interface StateMachineArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Physical name. */
  readonly machineName: string;
  /** Amazon States Language, as JSON. */
  readonly definition: pulumi.Input<string>;
  /** What its steps may do. */
  readonly statements: readonly PolicyStatement<pulumi.Input<string>>[];
  /** Key that encrypts its definition, its runs and its log. */
  readonly key: EncryptionKey;
  /** Days that its log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Lets AWS's log delivery write. */
  readonly logDelivery: pulumi.Resource;
  /** Tags of what it belongs to. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Longest time Step Functions may encrypt with one data key, in seconds; fewer calls of KMS, less cost. */
const dataKeyReuseSeconds = 900;

/** A standard state machine: encrypted, logged, traced, and started through an alias that points at a version. */
export class StateMachine extends pulumi.ComponentResource {
  /** Physical name, known before it exists. */
  public readonly machineName: string;
  /** ARN, once it exists. */
  public readonly arn: pulumi.Output<string>;
  /** ARN of the alias by which it is started. */
  public readonly aliasArn: pulumi.Output<string>;
  /** Name of its log group. */
  public readonly logGroupName: string;

  public constructor(name: string, args: StateMachineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:StateMachine", name, {}, opts);
    const { scope, machineName, key, statements, tags } = args;
    const knownArn = stateMachineArn(scope, machineName);
    this.machineName = machineName;
    this.logGroupName = physicalName("vended-log-group", scope, `states/${machineName}`);

    const role = new ServiceRole(
      name,
      {
        scope,
        service: "states",
        actsFor: knownArn,
        statements: [...stateMachineStatements(scope, knownArn, key), ...statements],
        tags,
      },
      { parent: this },
    );
    const machine = this.machine(name, args, role);
    this.arn = machine.arn;
    this.aliasArn = this.alias(name, machine);
    this.registerOutputs({ arn: this.arn, aliasArn: this.aliasArn });
  }

  private machine(name: string, args: StateMachineArgs, role: ServiceRole): aws.sfn.StateMachine {
    const group = this.logGroup(name, args);
    return new aws.sfn.StateMachine(
      name,
      {
        name: args.machineName,
        type: "STANDARD",
        definition: args.definition,
        roleArn: role.arn,
        publish: true,
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: args.key.arn,
          kmsDataKeyReusePeriodSeconds: dataKeyReuseSeconds,
        },
        loggingConfiguration: {
          level: "ALL",
          // What is passed from step to step is personal data and task tokens; the encrypted history of the run has it.
          includeExecutionData: false,
          logDestination: pulumi.interpolate`${group.arn}:*`,
        },
        tracingConfiguration: { enabled: true },
        tags: { ...args.tags, Name: args.machineName },
      },
      { parent: this, dependsOn: [role.rights, args.logDelivery] },
    );
  }

  private logGroup(name: string, args: StateMachineArgs): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(
      name,
      {
        name: this.logGroupName,
        retentionInDays: args.logRetentionDays,
        kmsKeyId: args.key.arn,
        tags: { ...args.tags, Name: this.logGroupName },
      },
      { parent: this },
    );
  }

  private alias(name: string, machine: aws.sfn.StateMachine): pulumi.Output<string> {
    const alias = new aws.sfn.Alias(
      name,
      {
        name: "live",
        description: "The version that events start",
        routingConfigurations: [{ stateMachineVersionArn: machine.stateMachineVersionArn, weight: 100 }],
      },
      { parent: this },
    );
    return alias.arn;
  }
}
