import type { Partition } from "../core/region";
import { found } from "../core/found";
import type { IntegrationCatalogue } from "./integration-args";
import { eventType } from "./envelope";
import { pathNames, statePath } from "./json-path";
import { leverWords } from "./lever-words";
import {
  catching,
  choosing,
  integration,
  notRetrying,
  readLever,
  retrying,
  type State,
  type States,
} from "./states-language";
import type { AskStep, CallStep, Failing, PublishStep, WorkflowSpec, WorkflowStep } from "./workflow-spec";

/** What a workflow speaks to, by the names of the catalogue; values that AWS assigns, once they are known. */
export interface WorkflowSurroundings {
  /** Partition of the Region that it runs in. */
  readonly partition: Partition;
  /** Name of the bus. */
  readonly busName: string;
  /** URL of the task queue of each workload that is asked. */
  readonly taskQueueUrls: Readonly<Record<string, string>>;
  /** Each partner that is called. */
  readonly partners: Readonly<Record<string, CalledPartner>>;
}

/** A partner, as a workflow calls it. */
export interface CalledPartner {
  /** Its address. */
  readonly baseUrl: string;
  /** ARN of the connection that holds our credential. */
  readonly connectionArn: string;
  /** Name of the parameter that is its emergency lever. */
  readonly leverName: string;
}

/** A workflow to be written down. */
export interface WorkflowSource {
  /** Its name, which is the source of what it publishes. */
  readonly name: string;
  /** The workflow. */
  readonly spec: WorkflowSpec;
  /** Versions of the events that it publishes. */
  readonly events: IntegrationCatalogue["events"];
}

/** Tries after the first, unless the step says otherwise. */
const usualRetries = 3;

/** Error by which a service says that asking again is of no use. */
const refused = "Refused";

/** Longest call that Step Functions waits for, in seconds. Source: service quotas of Step Functions, as of 2026-11 */
const callTimeoutSeconds = 60;

/** Answers of a partner after which another try may do better; all others are final. */
const passingCallErrors = [
  ...[408, 429, 500, 502, 503, 504].map((code) => `States.Http.StatusCode.${code}`),
  "States.Http.Socket",
  "States.Timeout",
];

/** Definition of a state machine, as Amazon States Language. A step becomes a state of its name; a call becomes four. */
export function workflowDefinition(source: WorkflowSource, surroundings: WorkflowSurroundings): object {
  const { spec } = source;
  const states = Object.entries(spec.steps).map(([name, step]) =>
    stepStates(name, step, { ...source, surroundings }),
  );
  return {
    Comment: spec.description,
    StartAt: spec.startAt,
    TimeoutSeconds: spec.timeoutSeconds,
    States: Object.assign({}, ...states) as States,
  };
}

type Context = WorkflowSource & { readonly surroundings: WorkflowSurroundings };

function stepStates(name: string, step: WorkflowStep, context: Context): States {
  switch (step.kind) {
    case "ask":
      return { [name]: askState(name, step, context) };
    case "call":
      return callStates(name, step, context);
    case "publish":
      return { [name]: publishState(step, context) };
    case "wait":
      return { [name]: { Type: "Wait", Seconds: step.seconds, Next: step.next } };
    case "choose":
      return { [name]: choosing(statePath(pathNames(step.on) ?? []), step.cases, step.otherwise) };
    case "succeed":
      return { [name]: { Type: "Succeed" } };
    case "fail":
      return { [name]: { Type: "Fail", Error: name, Cause: step.cause } };
  }
}

function askState(name: string, step: AskStep, { name: workflow, surroundings }: Context): State {
  return {
    Type: "Task",
    Resource: integration(surroundings.partition, "sqs:sendMessage.waitForTaskToken"),
    Parameters: {
      QueueUrl: found(surroundings.taskQueueUrls, step.workload),
      MessageBody: {
        "taskToken.$": "$$.Task.Token",
        action: step.action,
        workflow,
        step: name,
        "run.$": "$$.Execution.Name",
        "askedAt.$": "$$.State.EnteredTime",
        timeoutSeconds: step.timeoutSeconds,
        "input.$": "$",
      },
    },
    ResultPath: statePath([name]),
    TimeoutSeconds: step.timeoutSeconds,
    ...failing(step, ["States.ALL"], [notRetrying(refused)]),
    Next: step.next,
  };
}

/** The lever first, then the call: a partner whose lever is pulled is not called, and the step counts as failed. */
function callStates(name: string, step: CallStep, context: Context): States {
  const { partition, partners } = context.surroundings;
  const partner = found(partners, step.partner);
  const [decide, pulled, call] = [`${name}.lever`, `${name}.pulled`, `${name}.call`];
  return {
    [name]: {
      ...readLever(partition, { Name: partner.leverName }),
      Catch: catching(step.onFailure),
      Next: decide,
    },
    [decide]: choosing("$['lever']['value']", { [leverWords.on]: call }, pulled),
    [pulled]: {
      Type: "Pass",
      Result: { Error: "LeverPulled", Cause: `The emergency lever of ${step.partner} is pulled.` },
      ResultPath: "$['failure']",
      Next: step.onFailure,
    },
    [call]: {
      Type: "Task",
      Resource: integration(partition, "http:invoke"),
      Parameters: {
        ApiEndpoint: `${partner.baseUrl}${step.path}`,
        Method: step.method,
        Authentication: { ConnectionArn: partner.connectionArn },
        // The same for every try, and for every delivery of the event: EventBridge may start two runs by one.
        Headers: { "Idempotency-Key.$": `States.Format('{}-${name}', $['id'])` },
        ...(step.method === "GET" ? {} : { "RequestBody.$": sentPath(step) }),
      },
      ResultSelector: { "status.$": "$.StatusCode", "body.$": "$.ResponseBody" },
      ResultPath: statePath([name]),
      TimeoutSeconds: callTimeoutSeconds,
      ...failing(step, passingCallErrors),
      Next: step.next,
    },
  };
}

function publishState(step: PublishStep, { name, events, surroundings }: Context): State {
  return {
    Type: "Task",
    Resource: integration(surroundings.partition, "events:putEvents"),
    Parameters: {
      Entries: [
        {
          EventBusName: surroundings.busName,
          Source: name,
          DetailType: eventType(step.event, step.version ?? found(events, step.event).version),
          "Detail.$": sentPath(step),
        },
      ],
    },
    ResultPath: null,
    TimeoutSeconds: 30,
    ...failing(step, ["States.ALL"]),
    Next: step.next,
  };
}

function failing(step: Failing, errors: readonly string[], first: readonly State[] = []): State {
  const retry = [...first, ...retrying(errors, step.retries ?? usualRetries)];
  return { ...(retry.length > 0 ? { Retry: retry } : {}), Catch: catching(step.onFailure) };
}

function sentPath({ sends = "$.data" }: CallStep | PublishStep): string {
  return statePath(pathNames(sends) ?? []);
}
