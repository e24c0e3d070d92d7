import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Region } from "../core/region";
import type { Arn, Receivers } from "./backup-args";

/** Arguments of {@link EventReceivers}. */
export interface EventReceiversArgs {
  /** Region of the topic. */
  readonly region: Region;
  /** ARN of the topic. */
  readonly topicArn: Arn;
  /** ARN of the queue for what could not be delivered. */
  readonly deadLetterArn: Arn;
  /** Who hears. */
  readonly receivers: Receivers;
  /** Vaults of which a failed backup calls somebody at once, by name; none in the Region of copies. */
  readonly pagedVaults: readonly string[];
}

/** Whoever hears what a Region's backups tell: everything as work for the day, and at once what cannot wait. */
export class EventReceivers extends pulumi.ComponentResource {
  public constructor(name: string, args: EventReceiversArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:EventReceivers", name, {}, opts);
    const { receivers, pagedVaults } = args;
    for (const [receiver, heard] of Object.entries(receivers.ticket)) {
      this.subscribe(`${name}-ticket-${receiver}`, args, { ...heard });
    }
    for (const [receiver, heard] of pagedVaults.length === 0 ? [] : Object.entries(receivers.page)) {
      this.subscribe(`${name}-page-${receiver}`, args, { ...heard, ...failuresOf(pagedVaults) });
    }
    this.registerOutputs({});
  }

  private subscribe(
    name: string,
    { region, topicArn, deadLetterArn }: EventReceiversArgs,
    heard: Pick<aws.sns.TopicSubscriptionArgs, "filterPolicy" | "filterPolicyScope"> & {
      readonly protocol: string;
      readonly endpoint: string;
    },
  ): void {
    new aws.sns.TopicSubscription(
      name,
      {
        region,
        topic: topicArn,
        redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetterArn }),
        ...heard,
      },
      { parent: this },
    );
  }
}

/** Events of backups that have failed in some vaults, as EventBridge writes them. */
function failuresOf(vaults: readonly string[]): { filterPolicy: string; filterPolicyScope: string } {
  const detail = { state: ["FAILED", "EXPIRED", "ABORTED"], backupVaultName: vaults };
  return { filterPolicy: JSON.stringify({ detail }), filterPolicyScope: "MessageBody" };
}
