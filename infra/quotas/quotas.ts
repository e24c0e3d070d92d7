import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { AlertTopic } from "../core/alert-topic";
import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import type { Region } from "../core/region";
import type { PlanArgs, QuotaRow } from "./quota-plan";
import { quotaOf, quotas } from "./quota-table";
import { quotaPlan, quotaProblems } from "./settings";
import { usageAlarm } from "./usage-alarm";

/** What {@link Quotas} is made of. */
export interface QuotasArgs extends PlanArgs {
  /** Account whose quotas they are, twelve digits. */
  readonly accountId: string;
  /** Environment that names of resources begin with. */
  readonly environment: string;
  /** Addresses that hear of quotas that run out. */
  readonly emails: readonly string[];
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who answers for quotas. */
  readonly owner: string;
  /** Days in which the deletion of the topics' keys can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}

/** Shares of a quota, in percent, at which an alarm speaks. */
const alarmPercents = [80, 85];

/**
 * Quotas of an account in every Region that something runs in or will be recovered to: what is planned against what
 * there is, requests for more, alarms before one runs out, and AWS's own watching.
 */
export class Quotas extends pulumi.ComponentResource {
  /** What is planned against what there is, a row per quota and Region. */
  public readonly plan: readonly QuotaRow[];
  /** What was built, to those who watch and review it. */
  public readonly declarations: readonly Declaration[];

  /**
   * @throws Error naming every quota that the plan does not fit into, and every value that would lower one
   */
  public constructor(name: string, args: QuotasArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = quotaProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`quotas "${name}"`, problems));
    super("platform:quotas:Quotas", name, {}, opts);

    this.plan = quotaPlan(args);
    for (const row of this.plan) this.request(name, row);
    const keys = args.regions.map((region) => this.watch(name, region, args));

    this.declarations = [...keys, answers(name)];
    this.registerOutputs({ plan: this.plan });
  }

  /**
   * AWS never lowers a quota that has been granted, so a request that is withdrawn leaves it as it is. One that AWS has met, or
   * more than met, asks for nothing any more; it stays, as it is in the state, so that a preview has nothing to do.
   */
  private request(name: string, { region, quota, requested, granted }: QuotaRow): void {
    const [serviceCode = "", quotaCode = ""] = quota.split("/");
    if (requested === undefined || quotaOf(quota)?.follows !== undefined) return;
    const met = granted >= requested;
    new aws.servicequotas.ServiceQuota(
      `${name}-${region}-${serviceCode}-${quotaCode}`,
      { region, serviceCode, quotaCode, value: Math.max(requested, granted) },
      { parent: this, retainOnDelete: true, ...(met ? { ignoreChanges: ["value"] } : {}) },
    );
  }

  private watch(name: string, region: Region, args: QuotasArgs): Declaration {
    const { accountId, environment, criticality, owner } = args;
    const scope = { accountId, environment, region };
    const regional = `${name}-${region}`;
    const topic = new AlertTopic(
      regional,
      {
        scope,
        displayName: `Quotas of ${region}`,
        publishers: ["cloudwatch"],
        emails: args.emails,
        keyDeletionWindowDays: args.keyDeletionWindowDays,
      },
      { parent: this },
    );
    for (const quota of quotas.filter(({ scope: over }) => over === "region")) {
      for (const percent of alarmPercents) {
        const alarm = usageAlarm({ name: regional, quota, percent, scope, topicArn: topic.arn });
        if (alarm !== undefined) new aws.cloudwatch.MetricAlarm(alarm.name, alarm.args, { parent: this });
      }
    }
    new aws.servicequotas.AutoManagement(
      regional,
      // AWS offers to ask for more by itself; only a person does that here, so that no plan is passed by. What it tells is
      // heard by the account's alerts (quotaAlerts), as of any other event of AWS Health.
      { region, optInLevel: "ACCOUNT", optInType: "NotifyOnly" },
      { parent: this },
    );
    return {
      family: "monitored",
      kind: "key",
      name: regional,
      criticality,
      owner,
      dimensions: { KeyId: topic.keyId },
    };
  }
}

function answers(name: string): Declaration {
  return {
    family: "answers",
    practices: ["REL01-BP01", "REL01-BP02", "REL01-BP04", "REL01-BP06"],
    by: name,
    how:
      "What every environment uses at its maximum, doubled for failover plus 15 %, must fit into the quotas of its Region " +
      "before anything is deployed; alarms speak at 80 and 85 % of what AWS grants, in the recovery Region too.",
  };
}
