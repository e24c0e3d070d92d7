import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { AccountAlert } from "../core/account-alert";
import { regionalArn } from "../core/arn";
import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { encryptedTopic } from "../core/encrypted-topic";
import { keyAdministration } from "../core/key-administration";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { globalRegionOf, type Region } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";
import { publishersEncrypt, type TopicPublisher } from "../core/topic-publishers";
import { accountAlerts } from "./alert-patterns";
import { homeBusArn, opsItemRights } from "./alert-policies";
import { UndeliveredAlerts } from "./undelivered-alerts";

/** Arguments of {@link Alerts}. */
export interface AlertsArgs {
  /** Account, and the Region of its stack, where everything is told. */
  readonly scope: Scope;
  /** Regions that are listened to, besides that of services without Regions. */
  readonly regions: readonly Region[];
  /** Mailboxes that are told; each has to confirm once. */
  readonly emails: readonly string[];
  /**
   * What is told in the Region of services without Regions and heard by rules of environments: it is forwarded, and not told
   * here. What is told here as well is left out.
   */
  readonly forwarded: readonly Pick<AccountAlert, "word" | "meaning" | "pattern">[];
  /** ARN of the role for emergencies, whose use is told. */
  readonly breakGlassRoleArn: string;
  /** What is told besides what this layer knows itself. */
  readonly more: readonly AccountAlert[];
  /** How much the business depends on being told. */
  readonly criticality: Criticality;
  /** Who answers for it. */
  readonly owner: string;
}

/** What tells on the topic: rules, and the alarm of what could not be told. */
const alertPublishers: readonly TopicPublisher[] = ["events", "cloudwatch"];

/** What happened in any Region of the account reaches people by one topic, and as an OpsItem where there is work to do. */
export class Alerts extends pulumi.ComponentResource {
  /** ARN of the topic. */
  public readonly topicArn: pulumi.Output<string>;
  /** What the key says about itself, and what is answered. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: AlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:Alerts", name, {}, opts);
    const key = this.key(name, args);
    const topic = this.topic(name, args, key);
    const alerts = [...accountAlerts(args.breakGlassRoleArn), ...args.more];
    const home = this.undelivered(name, args.scope, topic.arn);
    const away = heardBesides(args).map((region) => {
      const scope = { ...args.scope, region };
      return { scope, waiting: this.undelivered(`${name}-${region}`, scope) };
    });
    this.tell(name, args, alerts, { topic, home });
    this.forward(name, args, alerts, away);

    this.topicArn = topic.arn;
    const keys = [home, ...away.map(({ waiting }) => waiting)].map(({ keyId }) => keyId);
    this.declarations = declared(name, args, [key.keyId, ...keys]);
    this.registerOutputs({ topicArn: this.topicArn });
  }

  private key(name: string, { scope }: AlertsArgs): aws.kms.Key {
    const alias = physicalName("kms-alias", scope, name);
    const key = new aws.kms.Key(
      name,
      {
        description: "Encrypts what people are told of the account",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument([keyAdministration(scope), ...publishersEncrypt(scope, alertPublishers)]),
        tags: { Name: alias },
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(name, { name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  private topic(name: string, { scope, emails }: AlertsArgs, key: aws.kms.Key): aws.sns.Topic {
    const { topic } = encryptedTopic(
      name,
      {
        scope,
        topicName: physicalName("topic", scope, name),
        displayName: `Account ${scope.environment}`,
        kmsMasterKeyId: key.arn,
        publishers: alertPublishers,
      },
      this,
    );
    for (const endpoint of emails) {
      new aws.sns.TopicSubscription(
        `${name}-${endpoint}`,
        { topic: topic.arn, protocol: "email", endpoint },
        { parent: this },
      );
    }
    return topic;
  }

  private undelivered(name: string, scope: Scope, topicArn?: pulumi.Input<string>): UndeliveredAlerts {
    const more = topicArn === undefined ? {} : { topicArn };
    return new UndeliveredAlerts(`${name}-undelivered`, { scope, ...more }, { parent: this });
  }

  /** Tells what reaches the stack's own Region. */
  private tell(
    name: string,
    { scope }: AlertsArgs,
    alerts: readonly AccountAlert[],
    { topic, home }: { readonly topic: aws.sns.Topic; readonly home: UndeliveredAlerts },
  ): void {
    const { region } = scope;
    const opsItems = this.role(`${name}-ops-items`, scope, policyDocument(opsItemRights(scope)));
    const opsItemArn = regionalArn(scope, "ssm", "opsitem");
    for (const alert of alerts) {
      const rule = this.rule(`${name}-${alert.word}`, scope, alert);
      const target = { region, rule: rule.name, deadLetterConfig: { arn: home.queueArn } };
      const opts = { parent: this };
      new aws.cloudwatch.EventTarget(
        `${name}-${alert.word}`,
        { ...target, targetId: "topic", arn: topic.arn },
        opts,
      );
      if (alert.opsItem) {
        new aws.cloudwatch.EventTarget(
          `${name}-${alert.word}-ops-item`,
          { ...target, targetId: "ops-item", arn: opsItemArn, roleArn: opsItems.arn },
          opts,
        );
      }
    }
  }

  /** Sends what happens elsewhere to the stack's own Region, where it meets the same rules. */
  private forward(
    name: string,
    { scope, forwarded }: AlertsArgs,
    alerts: readonly AccountAlert[],
    away: readonly Away[],
  ): void {
    const bus = homeBusArn(scope);
    const rights = [{ sid: "ForwardHome", actions: ["events:PutEvents"], resources: [bus] }];
    const role = this.role(`${name}-forward`, scope, policyDocument(rights));
    const own = new Set(alerts.map(({ word }) => word));
    const others = forwarded.filter(({ word }) => !own.has(word));
    for (const { scope: there, waiting } of away) {
      const { region } = there;
      for (const alert of region === globalRegionOf(scope.region) ? [...alerts, ...others] : alerts) {
        const rule = this.rule(`${name}-${alert.word}-${region}`, there, alert);
        new aws.cloudwatch.EventTarget(
          `${name}-${alert.word}-${region}`,
          {
            region,
            rule: rule.name,
            targetId: "home",
            arn: bus,
            roleArn: role.arn,
            deadLetterConfig: { arn: waiting.queueArn },
          },
          { parent: this },
        );
      }
    }
  }

  private rule(
    name: string,
    scope: Scope,
    { word, meaning, pattern }: AlertsArgs["forwarded"][number],
  ): aws.cloudwatch.EventRule {
    const ruleName = physicalName("event-rule", scope, word);
    return new aws.cloudwatch.EventRule(
      name,
      {
        region: scope.region,
        name: ruleName,
        description: meaning,
        eventPattern: JSON.stringify(pattern),
        tags: { Name: ruleName },
      },
      { parent: this },
    );
  }

  private role(name: string, scope: Scope, policy: pulumi.Output<string>): aws.iam.Role {
    const roleName = physicalName("iam-role", scope, name);
    const trust = serviceTrust("EventsOfThisAccount", "events.amazonaws.com", scope.accountId);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets EventBridge pass on what happened in the account",
        assumeRolePolicy: policyDocument(trust),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(name, { role: role.name, policy }, { parent: this });
    return role;
  }
}

/** A Region besides the stack's own that is listened to. */
interface Away {
  /** Account, and that Region. */
  readonly scope: Scope;
  /** What could not be told from there. */
  readonly waiting: UndeliveredAlerts;
}

function heardBesides({ scope, regions }: AlertsArgs): readonly Region[] {
  const heard = new Set([...regions, globalRegionOf(scope.region)]);
  heard.delete(scope.region);
  return [...heard];
}

function declared(
  name: string,
  { criticality, owner }: AlertsArgs,
  keyIds: readonly pulumi.Input<string>[],
): readonly Declaration[] {
  return [
    ...keyIds.map((KeyId, position): Declaration => ({
      family: "monitored",
      kind: "key",
      name: position === 0 ? name : `${name}-undelivered-${position}`,
      criticality,
      owner,
      dimensions: { KeyId },
    })),
    {
      family: "answers",
      practices: ["SEC04-BP03", "SEC04-BP04", "SEC10-BP01"],
      by: name,
      how: "Findings of high severity, tampering and use of the emergency role reach people at once, with a work item.",
    },
  ];
}
