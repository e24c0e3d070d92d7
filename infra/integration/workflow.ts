import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { wantedEvents } from "./contract-versions";
import { envelopeTransformer, eventPattern } from "./envelope";
import type { EventBus } from "./event-bus";
import type { IntegrationCatalogue } from "./integration-args";
import { named, ruleArn, stateMachineArn } from "./integration-names";
import type { ReachedPartner } from "./partner";
import { ownTargetRetries } from "./rule-target";
import { ServiceRole } from "./service-role";
import { StateMachine } from "./state-machine";
import type { WorkQueue } from "./work-queue";
import { workflowDefinition } from "./workflow-definition";
import { workflowStatements } from "./workflow-rights";
import type { WorkflowSpec } from "./workflow-spec";

/** Arguments of {@link Workflow}. */
export interface WorkflowArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Its name in the catalogue. */
  readonly workflow: string;
  /** What it does. */
  readonly spec: WorkflowSpec;
  /** Contracts of events. */
  readonly events: IntegrationCatalogue["events"];
  /** Bus that starts it, and on which it publishes. */
  readonly bus: EventBus;
  /** Task queue of each workload that is asked, by any workflow. */
  readonly taskQueues: Readonly<Record<string, WorkQueue>>;
  /** Each partner that is reached, by any workflow or event. */
  readonly partners: Readonly<Record<string, ReachedPartner>>;
  /** Key that encrypts its runs and its log. */
  readonly key: EncryptionKey;
  /** Days that its log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Lets AWS's log delivery write. */
  readonly logDelivery: pulumi.Resource;
}

/** A workflow: its state machine, and the rule that starts it when one of its events comes. */
export class Workflow extends pulumi.ComponentResource {
  /** Its state machine. */
  public readonly machine: StateMachine;
  /** Physical name of the rule that starts it. */
  public readonly ruleName: string;

  public constructor(name: string, args: WorkflowArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:Workflow", name, {}, opts);
    this.ruleName = named("event-rule", args.scope, "start", args.workflow);
    this.machine = this.stateMachine(name, args);
    this.start(name, args);
    this.registerOutputs({ machine: this.machine.arn });
  }

  private stateMachine(name: string, args: WorkflowArgs): StateMachine {
    const { scope, workflow, spec, events, bus, key } = args;
    const machineName = named("state-machine", scope, workflow);
    const source = { name: workflow, spec, events };
    return new StateMachine(
      name,
      {
        scope,
        machineName,
        definition: this.definition(args),
        statements: workflowStatements(source, {
          scope,
          machineArn: stateMachineArn(scope, machineName),
          busName: bus.busName,
          key,
          partners: args.partners,
        }),
        key,
        logRetentionDays: args.logRetentionDays,
        logDelivery: args.logDelivery,
        tags: { ...entryTags(workflow, spec) },
      },
      { parent: this },
    );
  }

  /** Only what the workflow speaks to is waited for. */
  private definition(args: WorkflowArgs): pulumi.Output<string> {
    const { workflow, spec, events, scope, bus } = args;
    const steps = Object.values(spec.steps);
    const asked = new Set(steps.flatMap((step) => (step.kind === "ask" ? [step.workload] : [])));
    const called = new Set(steps.flatMap((step) => (step.kind === "call" ? [step.partner] : [])));
    const queues = Object.entries(args.taskQueues).filter(([workload]) => asked.has(workload));
    const partners = Object.entries(args.partners).filter(([partner]) => called.has(partner));
    return pulumi
      .all([
        bus.name,
        pulumi.all(Object.fromEntries(queues.map(([workload, { queue }]) => [workload, queue.url]))),
        pulumi.all(
          Object.fromEntries(partners.map(([partner, { connectionArn }]) => [partner, connectionArn])),
        ),
      ])
      .apply(([busName, taskQueueUrls, connectionArns]) =>
        JSON.stringify(
          workflowDefinition(
            { name: workflow, spec, events },
            {
              partition: partitionOf(scope.region),
              busName,
              taskQueueUrls,
              partners: Object.fromEntries(
                partners.map(([partner, { baseUrl, leverName }]) => [
                  partner,
                  { baseUrl, leverName, connectionArn: connectionArns[partner] ?? "" },
                ]),
              ),
            },
          ),
        ),
      );
  }

  private start(name: string, args: WorkflowArgs): void {
    const { scope, workflow, spec, events, bus } = args;
    const role = new ServiceRole(
      `${name}-start`,
      {
        scope,
        service: "events",
        actsFor: ruleArn(scope, bus.busName, this.ruleName),
        statements: [
          { sid: "StartWorkflow", actions: ["states:StartExecution"], resources: [this.machine.aliasArn] },
        ],
        tags: { ...entryTags(workflow, spec) },
      },
      { parent: this },
    );
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: this.ruleName,
        eventBusName: bus.name,
        description: `Starts ${workflow}`,
        eventPattern: eventPattern(wantedEvents(spec.startedBy, events)),
        tags: { ...entryTags(workflow, spec), Name: this.ruleName },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        eventBusName: bus.name,
        targetId: "workflow",
        arn: this.machine.aliasArn,
        roleArn: role.arn,
        inputTransformer: envelopeTransformer(),
        retryPolicy: ownTargetRetries,
        deadLetterConfig: { arn: bus.undelivered.arn },
      },
      { parent: this, dependsOn: [role.rights, bus.undelivered.policy] },
    );
  }
}
