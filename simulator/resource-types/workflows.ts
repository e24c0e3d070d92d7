import { AwsError } from "../aws-error";
import { uuid } from "../identity";
import { isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { isJsonObject } from "./policy-documents";

const machineArn = regionalArn("states", ({ inputs }) => `stateMachine:${textOf(inputs.name)}`);

function parsed(text: Wire | undefined): WireObject {
  if (text === undefined || !isJsonObject(text)) return {};
  const value = JSON.parse(textOf(text)) as Wire;
  return isWireObject(value) ? value : {};
}

/** Names that a state of Amazon States Language leads to. */
function ways(value: Wire | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(ways);
  if (value === undefined || !isWireObject(value)) return [];
  const here = ["Next", "Default"].map((word) => textOf(value[word])).filter((name) => name !== "");
  return [...here, ...["Catch", "Choices"].flatMap((word) => ways(value[word]))];
}

/** Refuses a definition whose states do not lead to each other, as CreateStateMachine does. */
function refuseBrokenDefinition({ inputs }: Created): void {
  const { StartAt, States } = parsed(inputs.definition);
  if (textOf(inputs.definition) === "") return;
  const states = States !== undefined && isWireObject(States) ? States : {};
  const wanted = [textOf(StartAt), ...Object.values(states).flatMap(ways)];
  const missing = wanted.filter((name) => !Object.hasOwn(states, name));
  if (missing.length > 0) {
    throw new AwsError(
      "InvalidDefinition",
      `SCHEMA_VALIDATION_FAILED: MISSING_TRANSITION_TARGET: ${missing.join(", ")}`,
    );
  }
  const unreached = Object.keys(states).filter((name) => !wanted.includes(name));
  if (unreached.length > 0) {
    throw new AwsError(
      "InvalidDefinition",
      `MISSING_TRANSITION_TARGET: ${unreached.join(", ")} is not reachable`,
    );
  }
}

const OF_ROLE: Reference = { types: ["aws:iam/role:Role"], missing: "AccessDeniedException" };

/** Step Functions' state machines, and Parameter Store. */
export const WORKFLOW_TYPES: ResourceTypes = {
  "aws:sfn/stateMachine:StateMachine": {
    id: (creation) => machineArn({ ...creation, id: "" }),
    arn: machineArn,
    autoname: { property: "name", maxLength: 80 },
    defaults: { publish: false, type: "STANDARD" },
    computed: (created) => ({
      creationDate: "2020-01-01T00:00:00Z",
      description: "",
      encryptionConfiguration: { type: "AWS_OWNED_KEY" },
      loggingConfiguration: { includeExecutionData: false, level: "OFF" },
      namePrefix: "",
      revisionId: created.inputs.publish === true ? uuid(`${created.urn}#${created.generation}revision`) : "",
      stateMachineVersionArn: created.inputs.publish === true ? `${machineArn(created)}:1` : "",
      status: "ACTIVE",
      tracingConfiguration: { enabled: false },
      versionDescription: "",
    }),
    forceNew: ["name", "namePrefix", "type"],
    references: { roleArn: OF_ROLE },
    rules: [
      textRule({
        property: "name",
        code: "InvalidName",
        pattern: /^[A-Za-z0-9_-]{1,80}$/,
        requires: "must be 1 to 80 letters, digits or _-",
      }),
      choiceRule("type", "ValidationException", ["STANDARD", "EXPRESS"]),
      {
        property: "definition",
        code: "InvalidDefinition",
        requires: "must be a JSON object of at most 1 MiB",
        holds: (value) => isJsonObject(value) && textOf(value).length <= 1_048_576,
      },
      {
        property: "encryptionConfiguration",
        code: "InvalidEncryptionConfiguration",
        requires: "must name a key for CUSTOMER_MANAGED_KMS_KEY, and reuse a data key for 60 to 900 seconds",
        holds: isEncryption,
      },
    ],
    refuse: (created) => {
      refuseBrokenDefinition(created);
      unique(["name"], "StateMachineAlreadyExists")(created);
    },
  },
  "aws:sfn/alias:Alias": {
    id: (creation) => aliasArn({ ...creation, id: "" }),
    arn: aliasArn,
    computed: () => ({ creationDate: "2020-01-01T00:00:00Z" }),
    forceNew: ["name"],
    rules: [
      textRule({
        property: "name",
        code: "ValidationException",
        pattern: /^(?!\d+$)[A-Za-z0-9_.-]{1,80}$/,
        requires: "must be 1 to 80 letters, digits or _.-, not digits alone",
      }),
      {
        property: "routingConfigurations",
        code: "ValidationException",
        requires: "must be one or two versions whose weights add up to 100",
        holds: isRouting,
      },
    ],
  },
};

/** An alias belongs to the machine whose versions it points at. */
function aliasArn({ inputs }: Created): string {
  const [first] = routes(inputs.routingConfigurations);
  const version = first !== undefined && isWireObject(first) ? textOf(first.stateMachineVersionArn) : "";
  return `${version.replace(/:\d+$/, "")}:${textOf(inputs.name)}`;
}

function routes(value: Wire | undefined): readonly Wire[] {
  return Array.isArray(value) ? (value as readonly Wire[]) : [];
}

function isEncryption(value: Wire): boolean {
  if (!isWireObject(value)) return false;
  const { type, kmsKeyId, kmsDataKeyReusePeriodSeconds: seconds } = value;
  if (seconds !== undefined && !(typeof seconds === "number" && seconds >= 60 && seconds <= 900))
    return false;
  return type === "AWS_OWNED_KEY" || (type === "CUSTOMER_MANAGED_KMS_KEY" && kmsKeyId !== undefined);
}

function isRouting(value: Wire): boolean {
  if (routes(value).length < 1 || routes(value).length > 2) return false;
  const weights = routes(value).map((route) => (isWireObject(route) ? route.weight : undefined));
  return weights.reduce<number>((sum, weight) => sum + (typeof weight === "number" ? weight : 0), 0) === 100;
}
