import * as pulumi from "@pulumi/pulumi";

import { roleArn } from "../core/arn";
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

/**
 * What people, alarms and times can have done in an environment: a document for each runbook, the role in which it acts, the
 * rules that start what is safe without a person, and game days. Which people may start what, the account says.
 *
 * Which things there are does not depend on sizes: a rule that is not to start anything is there, and disabled.
 *
 * @throws Error naming everything that `operationsProblems` finds, before anything is registered
 */
export class Operations extends pulumi.ComponentResource {
  /** Template of each experiment of game days, by id. */
  public readonly experimentTemplateIds: Readonly<Record<ExperimentWord, pulumi.Output<string>>>;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: OperationsArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = operationsProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`operations "${name}"`, problems));
    super("platform:operations:Operations", name, {}, opts);
    this.starts(name, args, this.documents(name, args));
    const { sizes, ...place } = args;
    const gameDays = new GameDays(
      `${name}-game-day`,
      { ...place, gameDays: sizes.gameDays },
      { parent: this },
    );
    this.experimentTemplateIds = gameDays.templateIds;
    this.declarations = [...gameDayThings(args), ...operationsAnswers(name)];
    this.registerOutputs({ experimentTemplateIds: this.experimentTemplateIds });
  }

  private documents(
    name: string,
    { scope, clusterName, sizes }: OperationsArgs,
  ): ReadonlyMap<RunbookWord, RunbookDocument> {
    const { environment, region } = scope;
    const partition = partitionOf(region);
    const approvers = sizes.approvers.map((role) => roleArn(scope, role));
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
}
