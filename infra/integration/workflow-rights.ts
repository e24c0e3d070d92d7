import type * as pulumi from "@pulumi/pulumi";

import { serviceDomain } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import { statementId } from "../core/grant";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { eventType } from "./envelope";
import { busArn, parameterArn, queueArn, queueName, taskQueue } from "./integration-names";
import { publishing } from "./publishing";
import type { WorkflowSource } from "./workflow-definition";
import type { CallStep, PublishStep } from "./workflow-spec";

/** What a workflow's rights speak of. */
export interface WorkflowRights {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** ARN of its state machine. */
  readonly machineArn: string;
  /** Physical name of the bus. */
  readonly busName: string;
  /** Key of the task queues. */
  readonly key: EncryptionKey;
  /** Each partner that it calls, by name. */
  readonly partners: Readonly<Record<string, CalledPartnerRights>>;
}

/** A partner that a workflow calls. */
export interface CalledPartnerRights {
  /** Its address. */
  readonly baseUrl: string;
  /** ARN of the connection that holds our credential. */
  readonly connectionArn: pulumi.Input<string>;
  /** ARN of the secret in which EventBridge keeps it. */
  readonly secretArn: pulumi.Input<string>;
  /** Key that encrypts it. */
  readonly key: EncryptionKey;
  /** Name of the parameter that is its emergency lever. */
  readonly leverName: string;
}

type Statement = PolicyStatement<pulumi.Input<string>>;

/** What a workflow may do, from its steps: each queue, event and call that it has, and no other. */
export function workflowStatements(source: WorkflowSource, rights: WorkflowRights): readonly Statement[] {
  const steps = Object.values(source.spec.steps);
  const asked = unique(steps.flatMap((step) => (step.kind === "ask" ? [step.workload] : [])));
  const published = steps.filter((step): step is PublishStep => step.kind === "publish");
  const calls = steps.filter((step): step is CallStep => step.kind === "call");
  return [
    ...askStatements(asked, rights),
    ...publishStatements(published, source, rights),
    ...unique(calls.map(({ partner }) => partner)).flatMap((partner) =>
      callStatements(
        partner,
        calls.filter((call) => call.partner === partner),
        rights,
      ),
    ),
  ];
}

function askStatements(asked: readonly string[], { scope, key }: WorkflowRights): readonly Statement[] {
  if (asked.length === 0) return [];
  return [
    {
      sid: "AskServices",
      actions: ["sqs:SendMessage"],
      resources: asked.map((workload) => queueArn(scope, queueName(scope, taskQueue(workload)))),
    },
    {
      sid: "EncryptTasks",
      actions: ["kms:GenerateDataKey", "kms:Decrypt"],
      resources: [key.arn],
      conditions: { StringEquals: { "kms:ViaService": serviceDomain("sqs", scope.region) } },
    },
  ];
}

function publishStatements(
  published: readonly PublishStep[],
  { name, events }: WorkflowSource,
  { scope, busName }: WorkflowRights,
): readonly Statement[] {
  const types = published.flatMap(({ event, version }) => {
    const contract = events[event];
    return contract === undefined ? [] : [eventType(event, version ?? contract.version)];
  });
  return types.length === 0 ? [] : [publishing(busArn(scope, busName), name, unique(types))];
}

function callStatements(
  partner: string,
  calls: readonly CallStep[],
  { scope, machineArn, partners }: WorkflowRights,
): readonly Statement[] {
  const called = partners[partner];
  if (called === undefined) return [];
  return [
    {
      sid: statementId("read", "lever", "of", partner),
      actions: ["ssm:GetParameter"],
      resources: [parameterArn(scope, called.leverName)],
    },
    {
      sid: statementId("call", partner),
      actions: ["states:InvokeHTTPEndpoint"],
      resources: [machineArn],
      conditions: {
        StringEquals: {
          "states:HTTPMethod": unique(calls.map(({ method }) => method)),
          "states:HTTPEndpoint": unique(calls.map(({ path }) => `${called.baseUrl}${path}`)),
        },
      },
    },
    {
      sid: statementId("use", "connection", "to", partner),
      actions: ["events:RetrieveConnectionCredentials"],
      resources: [called.connectionArn],
    },
    {
      sid: statementId("read", "credential", "for", partner),
      actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      resources: [called.secretArn],
    },
    {
      sid: statementId("decrypt", "credential", "for", partner),
      actions: ["kms:Decrypt"],
      resources: [called.key.arn],
      conditions: { StringEquals: { "kms:ViaService": serviceDomain("secretsmanager", scope.region) } },
    },
  ];
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
