import * as pulumi from "@pulumi/pulumi";

import { AccountBackup } from "../infra/backup";
import { byRunner } from "../infra/core/account-roles";
import { tellingKnownParts } from "../infra/core/known-parts";
import { AccountCost, type AccountCostArgs } from "../infra/cost";
import { Identity } from "../infra/identity";
import { SharedTelemetry, TraceSearch } from "../infra/monitoring";
import { globalEvents } from "../infra/monitoring/settings";
import { runbooksOf } from "../infra/operations/settings";
import { Alerts, Detection, Protection } from "../infra/protection";
import { liveQuotas, Quotas, type QuotasArgs } from "../infra/quotas";
import { Systems, type SystemsArgs } from "../infra/systems";
import { systemsAlerts } from "../infra/systems/settings";
import type { SavingsReport } from "../infra/cost/settings";
import { quotaAlerts, type QuotaRow, type QuotaValues } from "../infra/quotas/settings";

import type { AccountConfiguration } from "./config";
import { plannedQuotas } from "./planned-quotas";
import { stackProvider } from "./provider";

/** What a stack of the `account` program tells the outside. */
export interface AccountOutputs {
  /** ARN of the topic that tells what happens to the account. */
  readonly alertTopicArn: pulumi.Output<string>;
  /** ARN of the role for emergencies. */
  readonly breakGlassRoleArn: string;
  /** ARN of the role by which the CI system deploys each environment. */
  readonly deployRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role by which the CI system previews; none without a CI system. */
  readonly previewRoleArn: pulumi.Output<string> | undefined;
  /** Sink of each Region by which other accounts show this one their telemetry, by ARN. */
  readonly telemetrySinkArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the key that encrypts volumes by default, by Region. */
  readonly volumeKeyArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** What environments plan of each quota, against what there is. */
  readonly quotaPlan: readonly QuotaRow[];
  /** Savings plans that would pay, the most saving first; nothing where no use is configured. */
  readonly savings: SavingsReport | undefined;
}

/**
 * An AWS account: everything of which an account, or a Region of it, has exactly one. Where configuration says so, AWS is asked
 * what it grants before anything is declared: a plan that does not fit is then refused as a whole.
 */
export function account(configuration: AccountConfiguration): AccountOutputs | Promise<AccountOutputs> {
  const provider = stackProvider(configuration.identity);
  const declare = (live?: QuotaValues): AccountOutputs =>
    tellingKnownParts((watch) =>
      onlyOnce(configuration, live, { providers: [provider], transformations: [watch] }),
    );
  return configuration.quotas.values === "live"
    ? liveQuotas(quotasArgs(configuration), { provider }).then(declare)
    : declare();
}

function onlyOnce(
  configuration: AccountConfiguration,
  live: QuotaValues | undefined,
  opts: pulumi.ComponentResourceOptions,
): AccountOutputs {
  const { accountId, region, tags } = configuration.identity;
  const { regions } = configuration.protection;
  const scope = { environment: tags.environment, accountId, region };
  const responsible = { criticality: tags.criticality, owner: tags.owner };

  const environments = plannedQuotas(accountId);

  const who = { ...configuration.access, ...responsible, scope, regions };
  const identity = new Identity(
    "identity",
    { ...who, environments: Object.keys(environments), runbooks: byRunner(runbooksOf) },
    opts,
  );
  const { breakGlassRoleArn } = identity;

  const alerts = new Alerts(
    "alerts",
    {
      ...{ ...configuration.alerts, ...responsible, scope, regions, breakGlassRoleArn },
      more: [...quotaAlerts, ...systemsAlerts],
      forwarded: globalEvents(),
    },
    opts,
  );

  const protection = new Protection(
    "protection",
    { ...configuration.protection, ...responsible, accountId, environment: tags.environment },
    opts,
  );

  const today = new Date().toISOString().slice(0, 10);
  new Detection("detection", { ...configuration.detection, ...responsible, scope, regions, today }, opts);

  new Systems("systems", systemsArgs(configuration), opts);

  new TraceSearch("traces", { scope, regions }, opts);

  const shared = new SharedTelemetry("telemetry", { scope, regions, sharing: configuration.sharing }, opts);

  const { keyDeletionWindowDays } = configuration.protection;
  new AccountBackup("backup", { ...responsible, scope, regions, keyDeletionWindowDays }, opts);

  const granted = live === undefined ? {} : { live };
  const quotas = new Quotas("quotas", { ...quotasArgs(configuration), ...granted }, opts);

  const cost = new AccountCost("cost", costArgs(configuration), opts);
  for (const words of cost.leftOut) void pulumi.log.info(`Not built: ${words}.`);

  return {
    alertTopicArn: alerts.topicArn,
    breakGlassRoleArn,
    deployRoleArns: identity.deployRoleArns,
    previewRoleArn: identity.previewRoleArn,
    quotaPlan: quotas.plan,
    telemetrySinkArns: shared.sinkArns,
    volumeKeyArns: protection.volumeKeyArns,
    savings: cost.savings,
  };
}

function quotasArgs({ identity, quotas, protection }: AccountConfiguration): QuotasArgs {
  const { accountId, tags } = identity;
  const { emails, held, requests } = quotas;
  return {
    ...{ accountId, emails, held, requests },
    environment: tags.environment,
    regions: protection.regions,
    environments: plannedQuotas(accountId),
    keyDeletionWindowDays: protection.keyDeletionWindowDays,
    criticality: tags.criticality,
    owner: tags.owner,
  };
}

function systemsArgs({ identity, systems, protection }: AccountConfiguration): SystemsArgs {
  const { accountId, region, tags } = identity;
  return {
    ...systems,
    scope: { accountId, region, environment: tags.environment },
    regions: protection.regions,
    environments: plannedQuotas(accountId),
    keyDeletionWindowDays: protection.keyDeletionWindowDays,
    criticality: tags.criticality,
    owner: tags.owner,
  };
}

function costArgs({ identity, cost, protection }: AccountConfiguration): AccountCostArgs {
  const { accountId, region, tags } = identity;
  return {
    scope: { accountId, region, environment: tags.environment },
    environments: Object.keys(plannedQuotas(accountId)),
    sizes: cost,
    criticality: tags.criticality,
    owner: tags.owner,
    keyDeletionWindowDays: protection.keyDeletionWindowDays,
  };
}
