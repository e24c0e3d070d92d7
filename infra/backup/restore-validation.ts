import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { stateMachineStatements } from "../core/state-machine-rights";
import type { Arn } from "./backup-args";
import { NarrowRole } from "./narrow-role";
import { validationDefinition, validationTimeoutSeconds } from "./validation-definition";
import { validationStatements } from "./validation-rights";

/** Arguments of {@link RestoreValidation}. */
export interface RestoreValidationArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Words of criticality whose restores are tried, with the longest time that a restore may take, in minutes. */
  readonly targets: ReadonlyMap<Criticality, number>;
  /** Key that encrypts runs and their log: the platform's. */
  readonly key: EncryptionKey;
  /** Key that encrypts what was restored: that of the vaults. */
  readonly vaultKeyArn: Arn;
  /** Queue for events that started no run. */
  readonly deadLetterArn: Arn;
  /** Days that the log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Who is called when it fails. */
  readonly owner: string;
}

/** Looks at everything that restore tests make, and measures how long each took beside what its word allows. */
export class RestoreValidation extends pulumi.ComponentResource {
  /** What it says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(
    name: string,
    private readonly args: RestoreValidationArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:backup:RestoreValidation", name, {}, opts);
    const machine = this.machine(name);
    this.listen(name, machine);
    this.declarations = this.declare(name, machine.arn);
    this.registerOutputs({});
  }

  private get logGroupName(): string {
    return physicalName("vended-log-group", this.args.scope, "states/restore-validation");
  }

  private machine(name: string): aws.sfn.StateMachine {
    const { scope, key, vaultKeyArn, logRetentionDays } = this.args;
    const machineName = physicalName("state-machine", scope, name);
    const machineArn = regionalArn(scope, "states", `stateMachine:${machineName}`);
    const role = new NarrowRole(
      name,
      {
        scope,
        service: "states",
        actsFor: machineArn,
        statements: [
          ...stateMachineStatements(scope, machineArn, key),
          ...validationStatements(scope, vaultKeyArn),
        ],
      },
      { parent: this },
    );
    const log = new aws.cloudwatch.LogGroup(
      name,
      {
        name: this.logGroupName,
        retentionInDays: logRetentionDays,
        kmsKeyId: key.arn,
        tags: { Name: this.logGroupName },
      },
      { parent: this },
    );
    return new aws.sfn.StateMachine(
      name,
      {
        name: machineName,
        type: "STANDARD",
        definition: validationDefinition(scope),
        roleArn: role.arn,
        encryptionConfiguration: {
          type: "CUSTOMER_MANAGED_KMS_KEY",
          kmsKeyId: key.arn,
          kmsDataKeyReusePeriodSeconds: 900,
        },
        // What is passed on is a description of what was restored, and no content.
        loggingConfiguration: {
          level: "ALL",
          includeExecutionData: true,
          logDestination: pulumi.interpolate`${log.arn}:*`,
        },
        tracingConfiguration: { enabled: true },
        tags: { Name: machineName },
      },
      { parent: this },
    );
  }

  private listen(name: string, machine: aws.sfn.StateMachine): void {
    const { scope, deadLetterArn } = this.args;
    const ruleName = physicalName("event-rule", scope, name);
    const role = new NarrowRole(
      `${name}-start`,
      {
        scope,
        service: "events",
        actsFor: regionalArn(scope, "events", `rule/${ruleName}`),
        statements: [{ sid: "StartLooking", actions: ["states:StartExecution"], resources: [machine.arn] }],
      },
      { parent: this },
    );
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: ruleName,
        description: "A restore is done; what a test made is looked at",
        eventPattern: JSON.stringify({
          source: ["aws.backup"],
          "detail-type": ["Restore Job State Change"],
          detail: { status: ["COMPLETED"] },
        }),
        tags: { Name: ruleName },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        targetId: "validation",
        arn: machine.arn,
        roleArn: role.arn,
        deadLetterConfig: { arn: deadLetterArn },
        retryPolicy: { maximumEventAgeInSeconds: 3_600, maximumRetryAttempts: 60 },
      },
      { parent: this },
    );
  }

  private declare(name: string, machineArn: pulumi.Output<string>): readonly Declaration[] {
    const { scope, targets, owner, logRetentionDays } = this.args;
    const [criticality = "low"] = targets.keys();
    const thing = { family: "monitored", criticality, owner } as const;
    return [
      {
        ...thing,
        kind: "state-machine",
        name,
        dimensions: { StateMachineArn: machineArn },
        sizes: { timeoutSeconds: validationTimeoutSeconds },
      },
      {
        ...thing,
        kind: "event-rule",
        name,
        dimensions: { RuleName: physicalName("event-rule", scope, name) },
      },
      {
        ...thing,
        kind: "log-group",
        name: this.logGroupName,
        dimensions: { LogGroupName: this.logGroupName },
        sizes: { retentionDays: logRetentionDays },
      },
      ...[...targets].map(([word, recoveryMinutes]): Declaration => ({
        ...{ family: "monitored", kind: "restore-test", name: word, criticality: word, owner },
        dimensions: { Environment: scope.environment, Criticality: word },
        sizes: { recoveryMinutes },
      })),
    ];
  }
}
