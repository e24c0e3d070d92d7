import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Operations, type OperationsArgs } from "../../../infra/operations";
import { type AutomationDocument, automationDocument } from "../../../infra/operations/document";
import { parametersOf, type Runbook } from "../../../infra/operations/runbook";
import { runbooks } from "../../../infra/operations/runbooks";
import type { RunbookWord } from "../../../infra/core/runbook-words";
import { simulate, type Simulation } from "../../../simulator/mocks";

const accountId = "111122223333";

/** Queue of what could not be begun. */
export const undeliveredArn = `arn:aws:sqs:eu-west-1:${accountId}:dev-monitoring-undelivered`;

const key = { arn: `arn:aws:kms:eu-west-1:${accountId}:key/platform`, id: "platform" };

/** Arguments of a layer. */
export const operationsArgs: OperationsArgs = {
  scope: { environment: "dev", accountId, region: "eu-west-1" },
  clusterName: "dev-compute",
  undelivered: {
    arn: undeliveredArn,
    keyArn: `arn:aws:kms:eu-west-1:${accountId}:key/told`,
  },
  key,
  stopAlarmArns: [`arn:aws:cloudwatch:eu-west-1:${accountId}:alarm:dev-load-balancer-front-door-own-errors`],
  logRetentionDays: 30,
  owner: "platform-team",
  criticality: "low",
  sizes: { approvers: ["break-glass"], automatic: [] },
};

/** Builds a layer against simulated AWS. */
export async function build(
  args: OperationsArgs,
): Promise<{ operations: Operations; simulation: Simulation }> {
  const simulation = simulate({
    project: "platform",
    stack: "test",
    existing: [{ type: "aws:kms/key:Key", id: key.id, attributes: { arn: key.arn } }],
  });
  const operations = await simulation.run(() => {
    const provider = new aws.Provider("aws", {
      region: args.scope.region,
      allowedAccountIds: [accountId],
      defaultTags: { tags: { Environment: args.scope.environment } },
    });
    return new Operations("operations", args, { providers: [provider] });
  });
  return { operations, simulation };
}

/** Document of a runbook in development. */
export function documentOf(runbook: Runbook): AutomationDocument {
  return automationDocument(runbook, {
    roleArn: `arn:aws:iam::${accountId}:role/dev-runbook`,
    approvers: [`arn:aws:iam::${accountId}:role/break-glass`],
    partition: "aws",
    environment: "dev",
    clusterName: "dev-compute",
  });
}

/** A runbook, by its id. */
export function runbookOf(id: RunbookWord): Runbook {
  const found = runbooks.find((runbook) => runbook.id === id);
  assert.ok(found, id);
  return found;
}

/** Values for the parameters of a runbook: the words that decide its way in every combination, anything for the rest. */
export function occasions(runbook: Runbook): readonly Readonly<Record<string, unknown>>[] {
  const entries = Object.entries(parametersOf(runbook)).filter(([name]) => name !== "DryRun");
  return entries.reduce<readonly Readonly<Record<string, unknown>>[]>(
    (all, [name, { allowed, default: preset, type }]) => {
      const values = allowed ?? [preset ?? (type === "Integer" ? 4 : `some-${name}`)];
      return all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
    },
    [{}],
  );
}
