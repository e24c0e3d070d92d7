import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { EventBus } from "./event-bus";
import type { IntegrationCatalogue, PartnerSizes, PartnerSpec } from "./integration-args";
import { leverName } from "./integration-names";
import { Lever } from "./lever";
import type { LeverSwitch } from "./lever-switch";
import { placeholderCredentials } from "./partner-credentials";
import { PartnerFeed } from "./partner-feed";

/** Arguments of {@link Partner}. */
export interface PartnerArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Its name in the catalogue. */
  readonly partner: string;
  /** What the catalogue says of it. */
  readonly spec: PartnerSpec;
  /** How it is reached. */
  readonly sizes: PartnerSizes;
  /** Whether any event or workflow reaches it; otherwise it only calls us. */
  readonly isReached: boolean;
  /** Contracts of events. */
  readonly events: IntegrationCatalogue["events"];
  /** Bus that its events come by. */
  readonly bus: EventBus;
  /** Key that encrypts our credential. */
  readonly connectionKey: EncryptionKey;
  /** Key that encrypts its dead letters. */
  readonly key: EncryptionKey;
  /**
   * Brings the partner's rule into line with its lever.
   *
   * @default - no partner receives events
   */
  readonly leverSwitch?: LeverSwitch;
}

/** A partner that is reached, as a workflow knows it. */
export interface ReachedPartner {
  /** Its address. */
  readonly baseUrl: string;
  /** ARN of the connection that holds our credential. */
  readonly connectionArn: pulumi.Output<string>;
  /** ARN of the secret in which EventBridge keeps it. */
  readonly secretArn: pulumi.Output<string>;
  /** Key that encrypts it. */
  readonly key: EncryptionKey;
  /** Name of the parameter that is its emergency lever. */
  readonly leverName: string;
}

/**
 * A third party: our credential with it, the events that it is sent, and the emergency lever that cuts it off.
 *
 * The credential is set by whoever has it, never by the program:
 *
 * ```
 * aws events update-connection --name <environment>-<partner> --authorization-type <type> --auth-parameters file://…
 * ```
 *
 * From then on the program leaves it alone. Nothing else of the connection follows the catalogue's texts, since EventBridge
 * takes a change of anything only together with a credential.
 */
export class Partner extends pulumi.ComponentResource {
  /** How it is reached; nothing where it only calls us. */
  public readonly reached?: ReachedPartner;
  /** What it is sent; nothing where it receives no events. */
  public readonly feed?: PartnerFeed;

  public constructor(name: string, args: PartnerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:Partner", name, {}, opts);
    const { scope, partner, spec, sizes } = args;

    if (args.isReached) {
      const connection = this.connection(name, args);
      this.reached = {
        baseUrl: sizes.baseUrl,
        connectionArn: connection.arn,
        secretArn: connection.secretArn,
        key: args.connectionKey,
        leverName: leverName(scope, partner),
      };
      if (spec.receives.length > 0) this.feed = this.sendEvents(name, args, connection);
    }
    this.lever(name, args);
    this.registerOutputs({});
  }

  private connection(name: string, args: PartnerArgs): aws.cloudwatch.EventConnection {
    const { scope, partner, spec, sizes, connectionKey } = args;
    return new aws.cloudwatch.EventConnection(
      name,
      {
        name: physicalName("event-connection", scope, partner),
        kmsKeyIdentifier: connectionKey.arn,
        ...placeholderCredentials(spec.authentication, sizes.baseUrl),
      },
      // The credential is the partner's and ours, not the program's.
      { parent: this, ignoreChanges: ["authParameters"] },
    );
  }

  private sendEvents(
    name: string,
    args: PartnerArgs,
    connection: aws.cloudwatch.EventConnection,
  ): PartnerFeed {
    const { scope, partner, spec, sizes, events, bus, key } = args;
    return new PartnerFeed(
      `${name}-feed`,
      { scope, partner, spec, sizes, events, bus, key, connectionArn: connection.arn },
      { parent: this },
    );
  }

  private lever(name: string, { scope, partner, spec, leverSwitch }: PartnerArgs): void {
    new Lever(
      `${name}-lever`,
      {
        scope,
        partner,
        ...(this.feed === undefined || leverSwitch === undefined
          ? {}
          : { follower: { ruleName: this.feed.ruleName, leverSwitch } }),
        tags: { ...entryTags(partner, spec) },
      },
      { parent: this },
    );
  }
}
