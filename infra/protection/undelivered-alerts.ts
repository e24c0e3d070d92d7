import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import { deadLetterAlarm } from "../core/dead-letter-alarm";
import { deadLetterQueue } from "../core/dead-letter-queue";
import { keyAdministration, thisKey } from "../core/key-administration";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";

/** What {@link UndeliveredAlerts} is made of. */
export interface UndeliveredAlertsArgs {
  /** Account, and the Region that is listened to. */
  readonly scope: Scope;
  /**
   * Topic that is told besides; it has to be in the same Region.
   *
   * @default - the OpsItem alone tells
   */
  readonly topicArn?: pulumi.Input<string>;
}

/** Alerts of a Region that EventBridge could tell nobody for a day, and an alarm of them. */
export class UndeliveredAlerts extends pulumi.ComponentResource {
  /** ARN of the queue. */
  public readonly queueArn: pulumi.Output<string>;
  /** Id of the key that encrypts what waits. */
  public readonly keyId: pulumi.Output<string>;

  public constructor(name: string, args: UndeliveredAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:UndeliveredAlerts", name, {}, opts);
    const key = this.key(name, args.scope);
    const { queue } = deadLetterQueue(
      name,
      { scope: args.scope, queueName: queueNameOf(args.scope), kmsMasterKeyId: key.arn },
      this,
    );
    deadLetterAlarm(
      name,
      {
        scope: args.scope,
        alarmName: physicalName("alarm", args.scope, "alerts-undelivered"),
        alarmDescription: `Alerts of the account wait in ${queueNameOf(args.scope)}: nobody could be told for a day.`,
        queueName: queue.name,
        category: "Security",
        topicArn: args.topicArn,
      },
      this,
    );

    this.queueArn = queue.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ queueArn: this.queueArn });
  }

  private key(name: string, scope: Scope): aws.kms.Key {
    const { region } = scope;
    const alias = physicalName("kms-alias", scope, "undelivered");
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts alerts that nobody could be told",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument([keyAdministration(scope), eventsEncrypt(scope)]),
        tags: { Name: alias },
      },
      { parent: this },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }
}

function queueNameOf(scope: Scope): string {
  return physicalName("queue", scope, "alerts-undelivered");
}

function eventsEncrypt(scope: Scope): PolicyStatement {
  return {
    sid: "EventsReachQueue",
    principals: { Service: [servicePrincipal("events", scope.region)] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: ["*"],
    conditions: { ArnLike: { "aws:SourceArn": regionalArn(scope, "events", "rule/*") } },
    wildcards: { resources: thisKey },
  };
}
