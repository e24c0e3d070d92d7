import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../../core/arn";
import { physicalName } from "../../core/names";
import type { PolicyStatement } from "../../core/policy-statement";
import { partitionOf } from "../../core/region";
import { serviceRole } from "../../core/service-role";
import { serviceTrust } from "../../core/service-trust";
import type { OperationsArgs } from "../operations-args";
import { experimentStatements } from "./experiment-statements";
import {
  environmentTag,
  type Experiment,
  type ExperimentPlace,
  experiments,
  type ExperimentWord,
} from "./experiments";
import { experimentLogName, scheduleGroupName } from "./game-day-things";
import { scheduleExpression, sometime } from "./schedule";

/** Arguments of {@link GameDays}. */
export type GameDaysArgs = ExperimentPlace &
  Pick<OperationsArgs, "key" | "logRetentionDays" | "owner" | "stopAlarmArns" | "undelivered"> & {
    /** What is wanted when; nothing where nothing is. */
    readonly gameDays: OperationsArgs["sizes"]["gameDays"];
  };

/** Longest that the beginning of an experiment is tried again, in seconds: people wait for it. */
const oldestStartSeconds = 600;

/** What an experiment is begun by. */
interface Begun {
  readonly template: aws.fis.ExperimentTemplate;
  readonly group: aws.scheduler.ScheduleGroup;
}

/**
 * Game days: faults that are injected on purpose, one at a time, at a time when people are there.
 *
 * Each stops by itself as soon as an alarm tells that users suffer, by the same alarms that watch every day. Where none is wanted all is
 * there as everywhere else: the schedules are switched off, and the roles may do nothing.
 */
export class GameDays extends pulumi.ComponentResource {
  /** Id of the template of each experiment. */
  public readonly templateIds: Readonly<Record<ExperimentWord, pulumi.Output<string>>>;

  public constructor(name: string, args: GameDaysArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:operations:GameDays", name, {}, opts);
    const log = this.log(name, args);
    const groupName = scheduleGroupName(args.scope);
    const group = new aws.scheduler.ScheduleGroup(
      name,
      { name: groupName, tags: { Name: groupName, Owner: args.owner } },
      { parent: this },
    );
    const templates = experiments.map((experiment) => {
      const own = `${name}-${experiment.word}`;
      const template = this.template(own, experiment, log, args);
      this.schedule(own, experiment, { template, group }, args);
      return [experiment.word, template.id] as const;
    });
    // One entry for each member of the list that the type is made of.
    this.templateIds = Object.fromEntries(templates) as Record<ExperimentWord, pulumi.Output<string>>;
    this.registerOutputs({ templateIds: this.templateIds });
  }

  private log(name: string, { scope, key, logRetentionDays, owner }: GameDaysArgs): aws.cloudwatch.LogGroup {
    const logName = experimentLogName(scope);
    return new aws.cloudwatch.LogGroup(
      name,
      {
        name: logName,
        retentionInDays: logRetentionDays,
        kmsKeyId: key.arn,
        tags: { Name: logName, Owner: owner },
      },
      { parent: this },
    );
  }

  private template(
    name: string,
    experiment: Experiment,
    log: aws.cloudwatch.LogGroup,
    args: GameDaysArgs,
  ): aws.fis.ExperimentTemplate {
    const { scope, gameDays, stopAlarmArns, owner } = args;
    const { word, does, action, targets } = experiment;
    const { filter } = targets;
    const wanted = gameDays?.experiments[word] !== undefined;
    const statements = experimentStatements(experiment, args, wanted);
    return new aws.fis.ExperimentTemplate(
      name,
      {
        description: `${does}.`,
        roleArn: this.role(name, ["fis", "experiment/*"], statements, args),
        actions: [{ name: word, actionId: action.id, target: { key: action.target, value: word } }],
        targets: [
          {
            name: word,
            resourceType: targets.resourceType,
            selectionMode: targets.selection,
            resourceTags: [{ key: environmentTag, value: scope.environment }],
            ...(filter === undefined ? {} : { filters: [{ path: filter.path, values: [...filter.values] }] }),
          },
        ],
        stopConditions: stopAlarmArns.map((value) => ({ source: "aws:cloudwatch:alarm", value })),
        logConfiguration: {
          logSchemaVersion: 2,
          cloudwatchLogsConfiguration: { logGroupArn: pulumi.interpolate`${log.arn}:*` },
        },
        experimentOptions: { accountTargeting: "single-account", emptyTargetResolutionMode: "fail" },
        tags: { Name: `${scope.environment}-${word}`, Owner: owner },
      },
      { parent: this },
    );
  }

  private schedule(
    name: string,
    { word, does }: Experiment,
    { template, group }: Begun,
    args: GameDaysArgs,
  ): void {
    const { scope, gameDays, key, undelivered } = args;
    const when = gameDays?.experiments[word];
    const { timezone } = when ?? sometime;
    const input = template.id.apply((ExperimentTemplateId) =>
      JSON.stringify({ ExperimentTemplateId, ClientToken: "<aws.scheduler.execution-id>" }),
    );
    const source = ["scheduler", `schedule-group/${scheduleGroupName(scope)}`] as const;
    const statements = startStatements(template.id, args);
    new aws.scheduler.Schedule(
      name,
      {
        name: physicalName("schedule", scope, word),
        groupName: group.name,
        description: `${does}.`,
        state: when === undefined ? "DISABLED" : "ENABLED",
        scheduleExpression: scheduleExpression(when ?? sometime),
        scheduleExpressionTimezone: timezone,
        flexibleTimeWindow: { mode: "OFF" },
        kmsKeyArn: key.arn,
        target: {
          arn: `arn:${partitionOf(scope.region)}:scheduler:::aws-sdk:fis:startExperiment`,
          roleArn: this.role(`${name}-start`, source, statements, args),
          input,
          retryPolicy: { maximumEventAgeInSeconds: oldestStartSeconds, maximumRetryAttempts: 5 },
          deadLetterConfig: { arn: undelivered.arn },
        },
      },
      { parent: this },
    );
  }

  /** A role of a service, for what it does in the name of this account's own things, once it has its rights. */
  private role(
    name: string,
    [service, resource]: readonly [service: "fis" | "scheduler", source: string],
    statements: readonly PolicyStatement<pulumi.Input<string>>[],
    { scope }: GameDaysArgs,
  ): pulumi.Output<string> {
    const { region, accountId } = scope;
    const source = regionalArn(scope, service, resource);
    return serviceRole(
      name,
      {
        roleName: physicalName("iam-role", scope, `${name}-${region}`),
        trust: serviceTrust("GameDaysAct", servicePrincipal(service, region), accountId, { ArnLike: source }),
        rights: statements,
        rightsName: "game-day",
      },
      this,
    );
  }
}

/**
 * What it takes to begin an experiment, and to put aside what could not be begun.
 *
 * Sources: https://docs.aws.amazon.com/fis/latest/userguide/experiment-scheduler.html,
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html and configuring-schedule-dlq.html, 2026-11
 */
function startStatements(
  templateId: pulumi.Output<string>,
  { scope, key, undelivered }: GameDaysArgs,
): readonly PolicyStatement<pulumi.Input<string>>[] {
  const own = (resource: string): string => regionalArn(scope, "fis", resource);
  return [
    {
      sid: "BeginExperiment",
      actions: ["fis:StartExperiment"],
      resources: [pulumi.interpolate`${own("experiment-template")}/${templateId}`, own("experiment/*")],
    },
    { sid: "ReadSchedule", actions: ["kms:Decrypt"], resources: [key.arn] },
    { sid: "PutAside", actions: ["sqs:SendMessage"], resources: [undelivered.arn] },
    {
      sid: "PutAsideEncrypted",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [undelivered.keyArn],
    },
  ];
}
