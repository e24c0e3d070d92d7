import { isUnknown, isWireObject, type Wire, type WireObject } from "../wire";
import {
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Creation,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules, isJsonObject } from "./policy-documents";

function queueUrl({ inputs, settings }: Creation): string {
  return `https://sqs.${settings.region}.amazonaws.com/${settings.accountId}/${textOf(inputs.name)}`;
}

/** SQS's quotas. Source: SQS API, SetQueueAttributes. */
function between(property: string, least: number, most: number): InputRule {
  return {
    property,
    code: "InvalidAttributeValue",
    requires: `must be ${least} to ${most}`,
    holds: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

/** An attribute of a queue that the provider keeps as a resource of its own, with the queue's URL as id. */
const OF_QUEUE: Reference = {
  types: ["aws:sqs/queue:Queue"],
  missing: "AWS.SimpleQueueService.NonExistentQueue",
};

function redriveRule(property: string, holds: (policy: WireObject) => boolean, requires: string): InputRule {
  return {
    property,
    code: "InvalidParameterValue",
    requires,
    holds: (value) => isJsonObject(value) && holds(parsed(value)),
  };
}

function parsed(value: Wire): WireObject {
  const object = JSON.parse(textOf(value)) as Wire;
  return isWireObject(object) ? object : {};
}

function isReceiveCount(value: Wire | undefined): boolean {
  return typeof value === "number" && value >= 1 && value <= 1000;
}

function queueAttributes({ inputs }: Created): WireObject {
  const hasKey =
    inputs.kmsMasterKeyId !== undefined &&
    (isUnknown(inputs.kmsMasterKeyId) || textOf(inputs.kmsMasterKeyId) !== "");
  return {
    deduplicationScope: "",
    fifoThroughputLimit: "",
    kmsDataKeyReusePeriodSeconds: 300,
    namePrefix: "",
    policy: "",
    redriveAllowPolicy: "",
    redrivePolicy: "",
    sqsManagedSseEnabled: !hasKey,
  };
}

/** SQS queues and what is set on them. */
export const MESSAGING_TYPES: ResourceTypes = {
  "aws:sqs/queue:Queue": {
    id: queueUrl,
    arn: regionalArn("sqs", ({ inputs }) => textOf(inputs.name)),
    autoname: {
      property: "name",
      maxLength: 80,
      transform: (name, inputs) => (inputs.fifoQueue === true ? `${name}.fifo` : name),
    },
    defaults: {
      contentBasedDeduplication: false,
      delaySeconds: 0,
      fifoQueue: false,
      maxMessageSize: 262_144,
      messageRetentionSeconds: 345_600,
      receiveWaitTimeSeconds: 0,
      visibilityTimeoutSeconds: 30,
    },
    computed: (created) => ({ ...queueAttributes(created), url: queueUrl(created) }),
    forceNew: ["fifoQueue", "name", "namePrefix"],
    rules: [
      textRule({
        property: "name",
        code: "InvalidParameterValue",
        pattern: /^(?=.{1,80}$)[A-Za-z0-9_-]+(\.fifo)?$/,
        requires: "must be 1 to 80 letters, digits or _-",
      }),
      between("visibilityTimeoutSeconds", 0, 43_200),
      between("messageRetentionSeconds", 60, 1_209_600),
      between("receiveWaitTimeSeconds", 0, 20),
      between("delaySeconds", 0, 900),
      between("kmsDataKeyReusePeriodSeconds", 60, 86_400),
      between("maxMessageSize", 1024, 1_048_576),
    ],
    refuse: unique(["name"], "QueueAlreadyExists"),
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    id: inputId("queueUrl"),
    forceNew: ["queueUrl"],
    references: { queueUrl: OF_QUEUE },
    rules: documentRules("policy", 8192, "InvalidAttributeValue"),
  },
  "aws:sqs/redrivePolicy:RedrivePolicy": {
    id: inputId("queueUrl"),
    forceNew: ["queueUrl"],
    references: { queueUrl: OF_QUEUE },
    rules: [
      redriveRule(
        "redrivePolicy",
        (policy) => textOf(policy.deadLetterTargetArn) !== "" && isReceiveCount(policy.maxReceiveCount),
        "must name a dead-letter queue's ARN and, as a number, 1 to 1000 receives",
      ),
    ],
  },
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": {
    id: inputId("queueUrl"),
    forceNew: ["queueUrl"],
    references: { queueUrl: OF_QUEUE },
    rules: [
      redriveRule(
        "redriveAllowPolicy",
        ({ redrivePermission, sourceQueueArns }) =>
          redrivePermission === "byQueue"
            ? Array.isArray(sourceQueueArns) && sourceQueueArns.length > 0 && sourceQueueArns.length <= 10
            : redrivePermission === "allowAll" || redrivePermission === "denyAll",
        "must be allowAll, denyAll, or byQueue with one to ten queues",
      ),
    ],
  },
};
