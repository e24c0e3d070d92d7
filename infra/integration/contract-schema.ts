import { eventType } from "./envelope";
import type { EventContract, EventSchema } from "./integration-args";

/**
 * JSON Schema, draft 4, of an event's data in one version: the contract's, with a title. Draft 4 refuses an empty list of
 * required properties.
 */
export function schemaDocument(
  event: string,
  contract: EventContract,
  [version, published]: readonly [number, EventSchema] = [contract.version, contract.schema],
): string {
  const { required, ...schema } = published;
  return JSON.stringify({
    $schema: "http://json-schema.org/draft-04/schema#",
    title: eventType(event, version),
    description: contract.description,
    ...schema,
    ...(required.length > 0 ? { required } : {}),
  });
}
