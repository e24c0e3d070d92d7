import type * as z from "zod";

import { allowedWords, type JsonSchema, schemaAt } from "./json-schema";
import { type ConfigurationPath, formatValue, type Mistake, nearestWord } from "./mistake";

/** Why a namespace's keys are refused, where the reason is not that they do not exist. */
const namespaceReasons: Readonly<Record<string, string>> = {
  aws: "; resources use one explicit provider, which honours no other",
};

/** Says what zod found wrong in the words of the configuration: where, what was given, what is allowed. */
export function mistakesOf(issue: z.core.$ZodIssue, schema: JsonSchema): readonly Mistake[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...path, key], key, schemaAt(schema, path) ?? {}));
  }
  if (issue.code === "invalid_key") return [invalidName(path)];
  const expected = schemaAt(schema, path) ?? {};
  const nearest = nearestWord(issue.input, wordsOf(expected));
  return [
    {
      path,
      given: formatValue(issue.input),
      allowed: issue.code === "custom" ? issue.message : allowedWords(expected),
      ...(nearest === undefined ? {} : { nearest }),
    },
  ];
}

function unknownKey(path: ConfigurationPath, key: string, expected: JsonSchema): Mistake {
  const keys = [...Object.keys(expected.properties ?? {}), ...wordsOf(expected.propertyNames ?? {})];
  const namespace = /^([^:]+):/.exec(key)?.[1];
  const siblings = keys.filter(
    (candidate) => namespace === undefined || candidate.startsWith(`${namespace}:`),
  );
  const nearest = nearestWord(key, keys);
  return {
    path,
    given: "an unknown key",
    allowed: (siblings.length > 0 ? siblings : keys).join(", ") + (namespaceReasons[namespace ?? ""] ?? ""),
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function invalidName(path: ConfigurationPath): Mistake {
  return {
    path,
    given: formatValue(path.at(-1)),
    allowed: "a name in lower-case letters, digits and hyphens",
  };
}

function wordsOf(schema: JsonSchema): readonly string[] {
  return (schema.enum ?? [schema.const]).filter((word) => typeof word === "string");
}
