import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { publishedVersions } from "./contract-versions";
import { knownName } from "./findings";
import type { ConsumerSpec, EventContract, EventSchema, IntegrationArgs } from "./integration-args";
import { maximumHandlerSeconds, queueNumbers, receivesWithinRetention } from "./queue-numbers";

/** Most times SQS counts a message's receives before it moves it. */
const maximumReceives = 100;

/** Says what is wrong with the contracts of events. */
export function eventProblems({ catalogue, keys }: IntegrationArgs): readonly Problem[] {
  return Object.entries(catalogue.events).flatMap(([name, contract]) => {
    const path = ["catalogue", "events", name];
    return [
      ...wholeNumber([...path, "version"], contract.version, [1, 9999]),
      ...knownName([...path, "domain"], contract.domain, keys, "a data domain"),
      ...producerProblems([...path, "producer"], name, contract, catalogue),
      ...Object.entries(contract.consumers).flatMap(([consumer, spec]) => [
        ...knownName([...path, "consumers", consumer], consumer, catalogue.workloads, "a service or fleet"),
        ...consumerProblems([...path, "consumers", consumer], spec),
        ...versionProblems([...path, "consumers", consumer, "version"], spec.version, contract),
      ]),
      ...schemaProblems([...path, "schema"], contract.schema),
      ...earlierProblems([...path, "earlier"], contract),
    ];
  });
}

/** Judges which version of an event somebody reads or publishes; nothing said is the present one. */
export function versionProblems(
  path: Path,
  given: number | undefined,
  contract: EventContract,
): readonly Problem[] {
  const known = publishedVersions(contract).map(([version]) => version);
  return unless(
    given === undefined || known.includes(given),
    path,
    given,
    `versions that are published: ${known.join(", ")}`,
  );
}

function earlierProblems(path: Path, { version, earlier = {} }: EventContract): readonly Problem[] {
  return Object.entries(earlier).flatMap(([number, schema]) => [
    ...unless(
      /^[1-9]\d*$/.test(number) && Number(number) < version,
      [...path, number],
      number,
      `the number of a version before ${version}`,
    ),
    ...schemaProblems([...path, number], schema),
  ]);
}

function producerProblems(
  path: Path,
  event: string,
  { producer }: EventContract,
  { workloads, workflows }: IntegrationArgs["catalogue"],
): readonly Problem[] {
  const workflow = Object.hasOwn(workflows, producer) ? workflows[producer] : undefined;
  if (workflow === undefined) {
    return knownName(path, producer, { ...workloads, ...workflows }, "a service, fleet or workflow");
  }
  const publishes = Object.values(workflow.steps).some(
    (step) => step.kind === "publish" && step.event === event,
  );
  return unless(publishes, path, producer, `a workflow with a step that publishes ${event}`);
}

function consumerProblems(path: Path, spec: ConsumerSpec): readonly Problem[] {
  const handler = wholeNumber([...path, "handlerTimeoutSeconds"], spec.handlerTimeoutSeconds, [
    1,
    maximumHandlerSeconds,
  ]);
  const most =
    handler.length > 0
      ? maximumReceives
      : Math.min(maximumReceives, receivesWithinRetention(spec.handlerTimeoutSeconds));
  return [
    ...handler,
    ...wholeNumber([...path, "ageObjectiveSeconds"], spec.ageObjectiveSeconds, [
      1,
      queueNumbers.retentionSeconds,
    ]),
    ...wholeNumber([...path, "maximumReceives"], spec.maximumReceives ?? queueNumbers.maximumReceives, [
      1,
      most,
    ]),
  ];
}

/** Words of later drafts, which EventBridge's registry does not know and would let pass unread. */
const laterWords = ["const", "contains", "propertyNames", "if", "then", "else", "$defs", "examples"];

function schemaProblems(path: Path, schema: EventSchema): readonly Problem[] {
  return [
    ...unless(isObjectType(schema.type), [...path, "type"], schema.type, '"object"'),
    ...schema.required.flatMap((property, position) =>
      unless(
        Object.hasOwn(schema.properties, property) && schema.required.indexOf(property) === position,
        [...path, "required", position],
        property,
        `one of the properties, once: ${Object.keys(schema.properties).join(", ")}`,
      ),
    ),
    ...Object.entries(schema.properties).flatMap(([name, property]) =>
      draftProblems([...path, "properties", name], property),
    ),
  ];
}

/** The type says so; what comes out of a file may not. */
function isObjectType(type: string): boolean {
  return type === "object";
}

function draftProblems(path: Path, schema: object): readonly Problem[] {
  const members: Readonly<Record<string, unknown>> = { ...schema };
  return [
    ...unless(
      ["type", "enum", "$ref", "oneOf", "anyOf", "allOf"].some((word) => word in members),
      path,
      schema,
      "a schema that says its type",
    ),
    ...laterWords.flatMap((word) =>
      unless(!(word in members), [...path, word], members[word], "words of JSON Schema draft 4"),
    ),
    ...nestedSchemas(members).flatMap(([step, nested]) => draftProblems([...path, ...step], nested)),
  ];
}

function nestedSchemas({ properties, items }: Readonly<Record<string, unknown>>): readonly [Path, object][] {
  const own = isObject(properties) ? Object.entries(properties) : [];
  return [
    ...own.flatMap(([name, nested]: [string, unknown]): [Path, object][] =>
      isObject(nested) ? [[["properties", name], nested]] : [],
    ),
    ...(isObject(items) && !Array.isArray(items) ? [[["items"], items] satisfies [Path, object]] : []),
  ];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
