import type { Partition } from "../core/region";
import { leverWords } from "./lever-words";
import { choosing, integration, readLever, retrying, type State } from "./states-language";

/** What the switch of the levers is given: which lever, and the rule that it disables or enables. */
export interface LeverInput {
  /** Name of the parameter that is the lever. */
  readonly parameter: string;
  /** Name of the partner's rule on the bus. */
  readonly rule: string;
}

/** Longest run of the switch, in seconds. */
export const leverTimeoutSeconds = 900;

/**
 * Definition of the switch: reads the lever, and brings the partner's rule into line with it. It reads instead of
 * believing the event that started it, so that events which come late or twice do no harm.
 */
export function leverDefinition(partition: Partition, busName: string): object {
  const rule = (action: "disableRule" | "enableRule"): State => ({
    Type: "Task",
    Resource: integration(partition, `aws-sdk:eventbridge:${action}`),
    Parameters: { "Name.$": "$.rule", EventBusName: busName },
    ResultPath: null,
    TimeoutSeconds: 10,
    Retry: retrying(["States.ALL"], 5),
    End: true,
  });
  return {
    Comment: "Cuts a partner off while its emergency lever is pulled",
    StartAt: "read-lever",
    TimeoutSeconds: leverTimeoutSeconds,
    States: {
      "read-lever": { ...readLever(partition, { "Name.$": "$.parameter" }), Next: "decide" },
      decide: choosing("$['lever']['value']", { [leverWords.on]: "let-through" }, "cut-off"),
      "cut-off": rule("disableRule"),
      "let-through": rule("enableRule"),
    },
  };
}
