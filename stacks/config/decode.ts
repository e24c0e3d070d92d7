import * as z from "zod";

/**
 * Turns configuration as the engine hands it over, all text, into values: what a schema takes as text stays as it is,
 * everything else is read as JSON. Text that is not JSON stays text, for the schema to refuse.
 */
export function decode(
  values: Readonly<Record<string, string>>,
  shape: Readonly<Record<string, z.ZodType>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, text]) => [key, isText(shape[key]) ? text : fromJson(text)]),
  );
}

function isText(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    // zod types what it wraps as its core type; every schema of ours is built by its classic interface.
    return isText(schema.unwrap() as z.ZodType);
  }
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
