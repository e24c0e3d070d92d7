import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";

/** Arguments of {@link BusLog}. */
export interface BusLogArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Physical name of the bus. */
  readonly busName: string;
  /** ARN of the bus. */
  readonly busArn: pulumi.Input<string>;
  /** Key that encrypts the log. */
  readonly key: EncryptionKey;
  /** Days that it is kept. */
  readonly retentionDays: LogRetentionDays;
  /** Lets AWS's log delivery write. */
  readonly logDelivery: pulumi.Resource;
}

/** Log of what a bus could not deliver. */
export class BusLog extends pulumi.ComponentResource {
  /** Name of the log group. */
  public readonly groupName: string;

  public constructor(name: string, args: BusLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:BusLog", name, {}, opts);
    const { scope, busName, retentionDays } = args;
    this.groupName = physicalName("vended-log-group", scope, `event-bus/${busName}`);

    const group = new aws.cloudwatch.LogGroup(
      name,
      {
        name: this.groupName,
        retentionInDays: retentionDays,
        kmsKeyId: args.key.arn,
        tags: { Name: this.groupName },
      },
      { parent: this },
    );
    const source = new aws.cloudwatch.LogDeliverySource(
      name,
      {
        name: physicalName("log-delivery", scope, `${busName}_errors`),
        logType: "ERROR_LOGS",
        resourceArn: args.busArn,
      },
      { parent: this },
    );
    const destination = new aws.cloudwatch.LogDeliveryDestination(
      name,
      {
        name: physicalName("log-delivery", scope, `${busName}_log-group`),
        outputFormat: "json",
        deliveryDestinationConfiguration: { destinationResourceArn: group.arn },
      },
      { parent: this },
    );
    new aws.cloudwatch.LogDelivery(
      name,
      { deliverySourceName: source.name, deliveryDestinationArn: destination.arn },
      { parent: this, dependsOn: [args.logDelivery] },
    );
    this.registerOutputs({ group: group.arn });
  }
}
