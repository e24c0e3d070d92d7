import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import { startStatements } from "../core/runbook-rights";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { serviceTrust } from "../core/service-trust";
import type { AutomaticStart } from "./automatic";
import type { RunbookDocument } from "./runbook-document";

/** Arguments of {@link StartRule}. */
export interface StartRuleArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is started when, and what it is told. */
  readonly start: AutomaticStart;
  /** The document that is started. */
  readonly document: RunbookDocument;
  /** Queue of what could not be started, by ARN. */
  readonly undeliveredArn: pulumi.Input<string>;
  /** Whether it starts: the rule is there either way. */
  readonly enabled: boolean;
}

/** Longest that a start is tried again, in seconds: a restart that comes an hour late is none. */
const oldestStartSeconds = 600;

/** Starts a safe runbook without a person, at fixed times or when an alarm names it. */
export class StartRule extends pulumi.ComponentResource {
  public constructor(name: string, args: StartRuleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:operations:StartRule", name, {}, opts);
    const { scope, start, document, undeliveredArn, enabled } = args;
    const { id, title } = start.runbook;
    const ruleName = physicalName("event-rule", scope, `runbook-${id}`);
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: ruleName,
        description: `${title}, without a person`,
        ...(start.on.kind === "schedule"
          ? { scheduleExpression: start.on.expression }
          : { eventPattern: JSON.stringify(start.on.pattern) }),
        state: enabled ? "ENABLED" : "DISABLED",
        tags: { Name: ruleName },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        arn: `${document.definitionArn}:$DEFAULT`,
        roleArn: this.role(name, args),
        ...inputOf(start),
        deadLetterConfig: { arn: undeliveredArn },
        retryPolicy: { maximumEventAgeInSeconds: oldestStartSeconds, maximumRetryAttempts: 5 },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }

  private role(name: string, { scope, start, document }: StartRuleArgs): pulumi.Output<string> {
    const { region, accountId } = scope;
    const ruleName = physicalName("event-rule", scope, `runbook-${start.runbook.id}`);
    return serviceRole(
      name,
      {
        roleName: physicalName("iam-role", scope, `start-${start.runbook.id}-${region}`),
        trust: serviceTrust("RuleActs", servicePrincipal("events", region), accountId, {
          ArnEquals: regionalArn(scope, "events", `rule/${ruleName}`),
        }),
        rights: startStatements(scope, [document]),
        rightsName: "start",
      },
      this,
    );
  }
}

/** What the automation is told: as it stands at fixed times, out of the event otherwise. */
function inputOf({ on, paths, parameters }: AutomaticStart): Partial<aws.cloudwatch.EventTargetArgs> {
  const words = JSON.stringify(parameters);
  if (on.kind === "schedule") return { input: words };
  return { inputTransformer: { inputPaths: paths, inputTemplate: words } };
}
