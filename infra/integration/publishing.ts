import type { PolicyStatement } from "../core/policy-statement";

/**
 * The right to publish: events of these types, in one's own name, and no other. EventBridge gives both keys several
 * values, so every value has to be allowed, and there has to be one.
 */
export function publishing(busArn: string, producer: string, types: readonly string[]): PolicyStatement {
  return {
    sid: "PublishEvents",
    actions: ["events:PutEvents"],
    resources: [busArn],
    conditions: {
      "ForAllValues:StringEquals": { "events:source": [producer], "events:detail-type": types },
      Null: { "events:source": "false", "events:detail-type": "false" },
    },
  };
}
