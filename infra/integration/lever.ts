import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Scope } from "../core/scope";
import { defaultBusRuleArn, leverName, named } from "./integration-names";
import type { LeverInput } from "./lever-definition";
import type { LeverSwitch } from "./lever-switch";
import { leverPattern, leverWords } from "./lever-words";
import { ownTargetRetries } from "./rule-target";
import { ServiceRole } from "./service-role";

/** Arguments of {@link Lever}. */
export interface LeverArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the partner. */
  readonly partner: string;
  /**
   * The partner's rule, by its physical name, and what brings it into line with the lever.
   *
   * @default - the partner receives no events; workflows and services read the lever by themselves
   */
  readonly follower?: LeverFollower;
  /** Tags of what it belongs to. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A rule that follows a lever. */
export interface LeverFollower {
  /** Physical name of the rule. */
  readonly ruleName: string;
  /** What brings it into line. */
  readonly leverSwitch: LeverSwitch;
}

/** How often a rule is brought into line although nobody touched the lever: a deployment that changes a partner's rule enables it. */
const reconciliation = "rate(15 minutes)";

/**
 * A partner's emergency lever: one parameter, `on` or `pulled`. Whoever pulls it cuts the partner off within seconds and
 * without a deployment:
 *
 * ```
 * aws ssm put-parameter --overwrite --name /<environment>/levers/<partner> --value pulled
 * ```
 */
export class Lever extends pulumi.ComponentResource {
  public constructor(name: string, args: LeverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:Lever", name, {}, opts);
    const { scope, partner, follower, tags } = args;
    const parameterName = leverName(scope, partner);

    const parameter = new aws.ssm.Parameter(
      name,
      {
        name: parameterName,
        // Plain text under no key: it is a word that everybody may read, and services read it on every call.
        type: "String",
        tier: "Standard",
        insecureValue: leverWords.on,
        allowedPattern: leverPattern,
        description: "Emergency lever: on, or pulled while the partner is cut off",
        tags: { ...tags, Name: parameterName },
      },
      // The value is whoever's who pulls it. Nothing else of it changes, since AWS takes a change only with a value.
      { parent: this, ignoreChanges: ["insecureValue"] },
    );
    if (follower !== undefined) this.follow(name, args, parameter, follower);
    this.registerOutputs({});
  }

  private follow(
    name: string,
    args: LeverArgs,
    parameter: aws.ssm.Parameter,
    { ruleName: partnerRule, leverSwitch }: LeverFollower,
  ): void {
    const { scope, partner, tags } = args;
    const ruleName = named("event-rule", scope, "lever", partner);
    const role = this.role(name, args, leverSwitch, ruleName);
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: ruleName,
        // The default bus, where Parameter Store's own events come in; only that bus knows schedules, too.
        description: `Follows the emergency lever of ${partner}`,
        scheduleExpression: reconciliation,
        eventPattern: parameter.name.apply((parameterName) =>
          JSON.stringify({
            source: ["aws.ssm"],
            "detail-type": ["Parameter Store Change"],
            detail: { name: [parameterName], operation: ["Create", "Update"] },
          }),
        ),
        tags: { ...tags, Name: ruleName },
      },
      { parent: this },
    );
    const input = parameter.name.apply((parameterName) =>
      JSON.stringify({ parameter: parameterName, rule: partnerRule } satisfies LeverInput),
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        targetId: "lever-switch",
        arn: leverSwitch.machine.aliasArn,
        roleArn: role.arn,
        input,
        retryPolicy: ownTargetRetries,
        deadLetterConfig: { arn: leverSwitch.bus.undelivered.arn },
      },
      { parent: this, dependsOn: [role.rights, leverSwitch.bus.undelivered.policy] },
    );
  }

  private role(
    name: string,
    { scope, tags }: LeverArgs,
    leverSwitch: LeverSwitch,
    ruleName: string,
  ): ServiceRole {
    return new ServiceRole(
      name,
      {
        scope,
        service: "events",
        actsFor: defaultBusRuleArn(scope, ruleName),
        statements: [
          {
            sid: "StartLeverSwitch",
            actions: ["states:StartExecution"],
            resources: [leverSwitch.machine.aliasArn],
          },
        ],
        tags,
      },
      { parent: this },
    );
  }
}
