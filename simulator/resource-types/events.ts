import { AwsError } from "../aws-error";
import { digest } from "../identity";
import { isWireObject, type Wire, type WireObject } from "../wire";
import {
  choiceRule,
  existing,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  madeUuid,
  type Created,
  type Creation,
  type InputRule,
  type Reference,
  type ResourceTypes,
} from "./definition";
import { documentRules, isJsonObject } from "./policy-documents";

const REFUSED = "ValidationException";

/** Bus that rules are on unless the program says another one. */
const DEFAULT_BUS = "default";

function nameRule(maxLength: number): InputRule {
  return textRule({
    property: "name",
    code: REFUSED,
    pattern: new RegExp(`^[.\\-_A-Za-z0-9]{1,${maxLength}}$`),
    requires: `must be 1 to ${maxLength} letters, digits or .-_`,
  });
}

function range(property: string, least: number, most: number): InputRule {
  return {
    property,
    code: REFUSED,
    requires: `must be ${least} to ${most}`,
    holds: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

const jsonRule = (property: string, code = "InvalidEventPatternException"): InputRule => ({
  property,
  code,
  requires: "must be a JSON object",
  holds: isJsonObject,
});

const ON_BUS: Reference = {
  types: ["aws:cloudwatch/eventBus:EventBus"],
  missing: "ResourceNotFoundException",
  except: /^default$/,
};

const busOf = (inputs: WireObject): string => textOf(inputs.eventBusName) || DEFAULT_BUS;

function ruleId({ inputs }: Creation): string {
  const bus = busOf(inputs);
  return bus === DEFAULT_BUS ? textOf(inputs.name) : `${bus}/${textOf(inputs.name)}`;
}

/** Credentials that AWS takes for each type of authorisation. */
const CREDENTIALS: Readonly<Record<string, string>> = {
  API_KEY: "apiKey",
  BASIC: "basic",
  OAUTH_CLIENT_CREDENTIALS: "oauth",
};

function matchesAuthorization(parameters: Wire, inputs: WireObject): boolean {
  const wanted = CREDENTIALS[textOf(inputs.authorizationType)];
  return wanted !== undefined && isWireObject(parameters) && parameters[wanted] !== undefined;
}

function refuseWithoutTrigger({ inputs }: Created): void {
  if (inputs.eventPattern === undefined && inputs.scheduleExpression === undefined) {
    throw new AwsError(REFUSED, "a rule has an eventPattern, a scheduleExpression or both");
  }
  if (inputs.scheduleExpression !== undefined && busOf(inputs) !== DEFAULT_BUS) {
    throw new AwsError(REFUSED, "ScheduleExpression is supported only on the default event bus");
  }
}

/** A target names its rule and bus; a rule's id joins the two. */
function refuseWithoutRule({ inputs, world }: Created): void {
  const id = [...(busOf(inputs) === DEFAULT_BUS ? [] : [busOf(inputs)]), textOf(inputs.rule)].join("/");
  if (existing(world, "aws:cloudwatch/eventRule:EventRule").some((rule) => rule.id === id)) return;
  throw new AwsError(
    "ResourceNotFoundException",
    `Rule ${textOf(inputs.rule)} does not exist on EventBus ${busOf(inputs)}`,
  );
}

/** EventBridge: buses, rules, targets, archives, connections and destinations; and its schema registry. */
export const EVENT_TYPES: ResourceTypes = {
  "aws:cloudwatch/eventBus:EventBus": {
    id: inputId("name"),
    arn: regionalArn("events", ({ id }) => `event-bus/${id}`),
    forceNew: ["eventSourceName", "name"],
    rules: [
      textRule({
        property: "name",
        code: REFUSED,
        pattern: /^(?!default$)(aws\.partner\/)?[.\-_A-Za-z0-9/]{1,256}$/,
        requires: "must be 1 to 256 letters, digits or .-_, and not default",
      }),
    ],
    refuse: unique(["name"], "ResourceAlreadyExistsException"),
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    id: ({ inputs }) => busOf(inputs),
    defaults: { eventBusName: DEFAULT_BUS },
    forceNew: ["eventBusName"],
    references: { eventBusName: ON_BUS },
    rules: documentRules("policy", 10_240, "PolicyLengthExceededException"),
  },
  "aws:cloudwatch/eventArchive:EventArchive": {
    id: inputId("name"),
    arn: regionalArn("events", ({ id }) => `archive/${id}`),
    forceNew: ["eventSourceArn", "name"],
    rules: [nameRule(48), jsonRule("eventPattern")],
    refuse: unique(["name"], "ResourceAlreadyExistsException"),
  },
  "aws:cloudwatch/eventRule:EventRule": {
    id: ruleId,
    arn: regionalArn("events", (created) => `rule/${ruleId(created)}`),
    autoname: { property: "name", maxLength: 64 },
    defaults: { eventBusName: DEFAULT_BUS, forceDestroy: false, state: "ENABLED" },
    computed: () => ({ namePrefix: "" }),
    forceNew: ["eventBusName", "name", "namePrefix"],
    references: { eventBusName: ON_BUS },
    rules: [
      nameRule(64),
      jsonRule("eventPattern"),
      {
        property: "eventPattern",
        code: "InvalidEventPatternException",
        requires: "must not exceed 2048 characters",
        holds: (value) => textOf(value).length <= 2048,
      },
      choiceRule("state", REFUSED, ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]),
    ],
    refuse: (created) => {
      refuseWithoutTrigger(created);
      unique(["name", "eventBusName"], "ResourceAlreadyExistsException")(created);
    },
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    id: ({ inputs }) => [...busPart(busOf(inputs)), textOf(inputs.rule), textOf(inputs.targetId)].join("-"),
    autoname: { property: "targetId", maxLength: 64 },
    defaults: { eventBusName: DEFAULT_BUS, forceDestroy: false },
    forceNew: ["eventBusName", "rule", "targetId"],
    references: { eventBusName: ON_BUS },
    rules: [
      {
        property: "retryPolicy",
        code: REFUSED,
        requires: "must have 60 to 86400 seconds and 0 to 185 attempts",
        holds: isRetryPolicy,
      },
    ],
    refuse: refuseWithoutRule,
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    id: inputId("name"),
    arn: regionalArn("events", (created) => `connection/${created.id}/${madeUuid(created)}`),
    computed: (created) => ({ secretArn: connectionSecret(created) }),
    forceNew: ["name"],
    rules: [
      nameRule(64),
      choiceRule("authorizationType", REFUSED, Object.keys(CREDENTIALS)),
      {
        property: "authParameters",
        code: REFUSED,
        requires: "must hold the credential of its authorizationType",
        holds: matchesAuthorization,
      },
    ],
    refuse: unique(["name"], "ResourceAlreadyExistsException"),
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    id: inputId("name"),
    arn: regionalArn("events", (created) => `api-destination/${created.id}/${madeUuid(created)}`),
    defaults: { invocationRateLimitPerSecond: 300 },
    forceNew: ["name"],
    references: {
      connectionArn: {
        types: ["aws:cloudwatch/eventConnection:EventConnection"],
        missing: "ResourceNotFoundException",
      },
    },
    rules: [
      nameRule(64),
      range("invocationRateLimitPerSecond", 1, 300),
      choiceRule("httpMethod", REFUSED, ["POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"]),
      textRule({
        property: "invocationEndpoint",
        code: REFUSED,
        pattern: /^https:\/\/.{1,2040}$/,
        requires: "must be an address by HTTPS of at most 2048 characters",
      }),
    ],
    refuse: unique(["name"], "ResourceAlreadyExistsException"),
  },
  "aws:schemas/registry:Registry": {
    id: inputId("name"),
    arn: regionalArn("schemas", ({ id }) => `registry/${id}`),
    forceNew: ["name"],
    rules: [nameRule(64)],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:schemas/schema:Schema": {
    id: ({ inputs }) => `${textOf(inputs.name)}/${textOf(inputs.registryName)}`,
    arn: regionalArn(
      "schemas",
      ({ inputs }) => `schema/${textOf(inputs.registryName)}/${textOf(inputs.name)}`,
    ),
    computed: () => ({
      lastModified: "2020-01-01T00:00:00Z",
      version: "1",
      versionCreatedDate: "2020-01-01T00:00:00Z",
    }),
    forceNew: ["name", "registryName"],
    references: {
      registryName: {
        types: ["aws:schemas/registry:Registry"],
        missing: "NotFoundException",
        holds: "ConflictException",
      },
    },
    rules: [
      textRule({
        property: "name",
        code: "BadRequestException",
        pattern: /^[.\-_A-Za-z0-9@]{1,385}$/,
        requires: "must be 1 to 385 letters, digits or .-_@",
      }),
      choiceRule("type", "BadRequestException", ["OpenApi3", "JSONSchemaDraft4"]),
      jsonRule("content", "BadRequestException"),
    ],
    refuse: unique(["name", "registryName"], "ConflictException"),
  },
};

/** A target's id names the bus only where it is not the default one. */
function busPart(bus: string): readonly string[] {
  return bus === DEFAULT_BUS ? [] : [bus];
}

/** EventBridge keeps a connection's credential in a secret of its own. */
function connectionSecret(created: Created): string {
  const secret = `secret:events!connection/${created.id}/${madeUuid(created)}-${digest(created.urn, 6)}`;
  return regionalArn("secretsmanager", () => secret)(created);
}

function isRetryPolicy(value: Wire): boolean {
  if (!isWireObject(value)) return false;
  const { maximumEventAgeInSeconds: age = 86_400, maximumRetryAttempts: attempts = 185 } = value;
  return (
    typeof age === "number" &&
    typeof attempts === "number" &&
    age >= 60 &&
    age <= 86_400 &&
    attempts >= 0 &&
    attempts <= 185
  );
}
