import { eventType } from "./envelope";
import type { EventContract } from "./integration-args";

/** JSON Schema, draft 4, of an event's data: the contract's, with a title. Draft 4 refuses an empty list of required properties. */
export function schemaDocument(event: string, contract: EventContract): string {
  const { required, ...schema } = contract.schema;
  return JSON.stringify({
    $schema: "http://json-schema.org/draft-04/schema#",
    title: eventType(event, contract.version),
    description: contract.description,
    ...schema,
    ...(required.length > 0 ? { required } : {}),
  });
}
