import * as pulumi from "@pulumi/pulumi";

import { type Runner, runners } from "../core/account-roles";
import { arn } from "../core/arn";
import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { partitionOf } from "../core/region";
import type { RunbookWord } from "../core/runbook-words";
import { automaticStarts } from "./automatic";
import { StartRule } from "./automatic-start";
import type { ExperimentWord } from "./game-days/experiments";
import { gameDayThings } from "./game-days/game-day-things";
import { GameDays } from "./game-days/game-days";
import { operationsAnswers } from "./operations-answers";
import type { OperationsArgs } from "./operations-args";
import { operationsProblems } from "./operations-problems";
import { RunbookDocument } from "./runbook-document";
import { runbooks } from "./runbooks";
import { RunnerPolicy } from "./runner-policy";

/**
 * What people, alarms and times can have done in an environment: a document for each runbook, the role in which it acts, a
 * policy for each group of people, the rules that start what is safe without a person, and game days.
 *
 * Which things there are does not depend on sizes: a rule that is not to start anything is there, and disabled.
 *
 * @throws Error naming everything that `operationsProblems` finds, before anything is registered
 */
export class Operations extends pulumi.ComponentResource {
  /** Policy by which each group of people may run what they answer for, by ARN. */
  public readonly runnerPolicyArns: Readonly<Record<Runner, pulumi.Output<string>>>;
  /** Template of each experiment of game days, by id. */
  public readonly experimentTemplateIds: Readonly<Record<ExperimentWord, pulumi.Output<string>>>;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: OperationsArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = operationsProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`operations "${name}"`, problems));
    super("platform:operations:Operations", name, {}, opts);
    const documents = this.documents(name, args);
    this.starts(name, args, documents);
    this.runnerPolicyArns = this.policies(name, args, documents);
    const { sizes, ...place } = args;
    const gameDays = new GameDays(
      `${name}-game-day`,
      { ...place, gameDays: sizes.gameDays },
      { parent: this },
    );
    this.experimentTemplateIds = gameDays.templateIds;
    this.declarations = [...gameDayThings(args), ...operationsAnswers(name)];
    this.registerOutputs({ runnerPolicyArns: this.runnerPolicyArns });
  }

  private documents(
    name: string,
    { scope, clusterName, sizes }: OperationsArgs,
  ): ReadonlyMap<RunbookWord, RunbookDocument> {
    const { environment, accountId, region } = scope;
    const partition = partitionOf(region);
    const approvers = sizes.approvers.map((role) =>
      arn({ partition, service: "iam", accountId, resource: `role/${role}` }),
    );
    return new Map(
      runbooks.map((runbook) => [
        runbook.id,
        new RunbookDocument(
          `${name}-${runbook.id}`,
          { scope, runbook, facts: { partition, approvers, environment, clusterName } },
          { parent: this },
        ),
      ]),
    );
  }

  private starts(
    name: string,
    { scope, undelivered, sizes }: OperationsArgs,
    documents: ReadonlyMap<RunbookWord, RunbookDocument>,
  ): void {
    for (const start of automaticStarts(scope)) {
      const { id } = start.runbook;
      const document = documents.get(id);
      if (document === undefined) continue;
      const enabled = sizes.automatic.includes(id);
      new StartRule(
        `${name}-start-${id}`,
        { scope, start, document, undeliveredArn: undelivered.arn, enabled },
        { parent: this },
      );
    }
  }

  private policies(
    name: string,
    { scope }: OperationsArgs,
    documents: ReadonlyMap<RunbookWord, RunbookDocument>,
  ): Readonly<Record<Runner, pulumi.Output<string>>> {
    const policies = runners.map((runner) => {
      const own = runbooks.flatMap(({ id, runner: who }) =>
        who === runner ? (documents.get(id) ?? []) : [],
      );
      const policy = new RunnerPolicy(
        `${name}-runner-${runner}`,
        { scope, runner, documents: own },
        { parent: this },
      );
      return [runner, policy.arn] as const;
    });
    // One entry for each member of the list that the type is made of.
    return Object.fromEntries(policies) as Record<Runner, pulumi.Output<string>>;
  }
}
