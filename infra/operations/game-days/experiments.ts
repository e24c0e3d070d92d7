import { regionalArn } from "../../core/arn";
import type { PolicyStatement } from "../../core/policy-statement";
import type { RunbookWord } from "../../core/runbook-words";
import type { Scope } from "../../core/scope";

/** Faults that game days inject; each is a thing that is lost, as it will be one day. */
export const experimentWords = ["lose-task", "lose-instance", "restart-database"] as const;

/** A fault that game days inject; see {@link experimentWords}. */
export type ExperimentWord = (typeof experimentWords)[number];

/** Where experiments take place. */
export interface ExperimentPlace {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the cluster that services run in. */
  readonly clusterName: string;
}

/** A fault that is injected, and what is expected of it. */
export interface Experiment {
  /** Id. */
  readonly word: ExperimentWord;
  /** What happens, in one sentence without a full stop. */
  readonly does: string;
  /** What has to be true for it to have gone well, in one sentence without a full stop. */
  readonly expected: string;
  /** Runbook that answers the fault where it does not pass by itself. */
  readonly runbook: RunbookWord;
  /** What Fault Injection Service does: its id, and what it calls what it does it to. */
  readonly action: { readonly id: string; readonly target: string };
  /** To what it is done: type, and which of those that have the environment's tag. */
  readonly targets: {
    readonly resourceType: string;
    readonly selection: string;
    readonly filter?: { readonly path: string; readonly values: readonly string[] };
  };
  /** Rights that the action takes, on things of the environment. */
  readonly rights: (place: ExperimentPlace) => readonly PolicyStatement[];
}

/** Tag by which things of an environment are told from those of another. */
export const environmentTag = "Environment";

function ofEnvironment({ environment }: Scope): PolicyStatement["conditions"] {
  return { StringEquals: { [`aws:ResourceTag/${environmentTag}`]: environment } };
}

const findByTag: PolicyStatement = {
  sid: "FindByTag",
  actions: ["tag:GetResources"],
  resources: ["*"],
  wildcards: { resources: "AWS gives no resource for looking things up by their tags" },
};

/**
 * What game days inject. Each takes one thing of many, which the platform replaces by itself; none loses data, none lasts, and none
 * needs a right over networks, which no role of an environment has.
 *
 * Source: https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html, 2026-11
 */
export const experiments: readonly Experiment[] = [
  {
    word: "lose-task",
    does: "Stop one task of one service, whichever it is",
    expected:
      "ECS starts another one within minutes, and no caller meets more errors than its objective allows",
    runbook: "restart-service",
    action: { id: "aws:ecs:stop-task", target: "Tasks" },
    targets: { resourceType: "aws:ecs:task", selection: "COUNT(1)" },
    rights: ({ scope, clusterName }) => [
      {
        sid: "StopTasks",
        actions: ["ecs:DescribeTasks", "ecs:StopTask"],
        resources: [regionalArn(scope, "ecs", `task/${clusterName}/*`)],
        conditions: ofEnvironment(scope),
      },
      {
        sid: "ListTasks",
        actions: ["ecs:ListTasks"],
        resources: ["*"],
        conditions: { ArnEquals: { "ecs:cluster": regionalArn(scope, "ecs", `cluster/${clusterName}`) } },
        wildcards: { resources: "AWS gives no resource for listing tasks; the condition names the cluster" },
      },
      findByTag,
    ],
  },
  {
    word: "lose-instance",
    does: "Stop one instance of one fleet, whichever it is",
    expected: "Auto Scaling replaces it within ten minutes, and the others carry its work meanwhile",
    runbook: "replace-instance",
    action: { id: "aws:ec2:stop-instances", target: "Instances" },
    targets: {
      resourceType: "aws:ec2:instance",
      selection: "COUNT(1)",
      filter: { path: "State.Name", values: ["running"] },
    },
    rights: ({ scope }) => [
      {
        sid: "StopInstances",
        actions: ["ec2:StopInstances"],
        resources: [regionalArn(scope, "ec2", "instance/*")],
        conditions: ofEnvironment(scope),
      },
      {
        sid: "SeeInstances",
        actions: ["ec2:DescribeInstances"],
        resources: ["*"],
        wildcards: { resources: "AWS gives no resource for actions that list" },
      },
    ],
  },
  {
    word: "restart-database",
    does: "Restart one instance of one database, whichever it is",
    expected: "Services connect again by themselves within a minute or two, and no message is lost",
    runbook: "fail-over-database",
    action: { id: "aws:rds:reboot-db-instances", target: "DBInstances" },
    targets: { resourceType: "aws:rds:db", selection: "COUNT(1)" },
    rights: ({ scope }) => [
      {
        sid: "RestartDatabases",
        actions: ["rds:DescribeDBInstances", "rds:RebootDBInstance"],
        resources: [regionalArn(scope, "rds", `db:${scope.environment}-*`)],
      },
      findByTag,
    ],
  },
];
