import { platformDomain } from "../../infra/core/encryption-key";
import type { TableSpec } from "../../infra/data/settings";

/** Name of the table in which consumers note what they have handled. */
export const idempotencyTable = "idempotency";

/**
 * Table in which consumers note what they have handled, since a queue may deliver a message twice. Every catalogue has
 * it; each consumer reaches the items of its own name only.
 */
export const idempotency: TableSpec = {
  description: "Messages that were handled already",
  owner: "platform-team",
  criticality: "standard",
  domain: platformDomain,
  partitionKey: { name: "workload", type: "S" },
  sortKey: { name: "messageId", type: "S" },
  timeToLive: "expiresAt",
};
