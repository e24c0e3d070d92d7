import { digest } from "../identity";
import {
  choiceRule,
  inputId,
  regionalArn,
  textOf,
  textRule,
  unique,
  type Created,
  type InputRule,
  type ResourceTypes,
} from "./definition";

const nameRule: InputRule = textRule({
  property: "name",
  code: "ValidationException",
  pattern: /^[A-Za-z0-9_-]{1,60}$/,
  requires: "must be 1 to 60 letters, digits or _-",
});

/** Service that sends logs, from the ARN of what it sends them about. */
function sendingService({ inputs }: Created): string {
  return textOf(inputs.resourceArn).split(":")[2] ?? "";
}

/** Kind of a destination, from the ARN of what takes the logs. */
function destinationType(arn: string): string {
  const kinds: Readonly<Record<string, string>> = { logs: "CWL", s3: "S3", firehose: "FH" };
  return kinds[arn.split(":")[2] ?? ""] ?? "";
}

/** Delivery of vended logs: from a source, to a destination, and what joins the two. */
export const LOG_DELIVERY_TYPES: ResourceTypes = {
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    id: inputId("name"),
    arn: regionalArn("logs", ({ id }) => `delivery-source:${id}`),
    autoname: "none",
    computed: (created) => ({ service: sendingService(created) }),
    forceNew: ["logType", "name", "resourceArn"],
    rules: [nameRule],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    id: inputId("name"),
    arn: regionalArn("logs", ({ id }) => `delivery-destination:${id}`),
    autoname: "none",
    computed: ({ inputs }) => {
      const configuration = inputs.deliveryDestinationConfiguration;
      const target =
        typeof configuration === "object" &&
        configuration !== null &&
        "destinationResourceArn" in configuration
          ? textOf(configuration.destinationResourceArn)
          : "";
      return { deliveryDestinationType: destinationType(target) };
    },
    forceNew: ["deliveryDestinationType", "name", "outputFormat"],
    rules: [
      nameRule,
      choiceRule("outputFormat", "ValidationException", ["json", "plain", "w3c", "raw", "parquet"]),
    ],
    refuse: unique(["name"], "ConflictException"),
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    id: ({ urn, generation }) => digest(`${urn}#${generation}`, 16),
    arn: regionalArn("logs", ({ id }) => `delivery:${id}`),
    computed: () => ({ fieldDelimiter: "", recordFields: [], s3DeliveryConfigurations: [] }),
    forceNew: ["deliveryDestinationArn", "deliverySourceName"],
    references: {
      deliverySourceName: {
        types: ["aws:cloudwatch/logDeliverySource:LogDeliverySource"],
        missing: "ResourceNotFoundException",
        holds: "ConflictException",
      },
      deliveryDestinationArn: {
        types: ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"],
        missing: "ResourceNotFoundException",
        holds: "ConflictException",
      },
    },
    refuse: unique(["deliverySourceName", "deliveryDestinationArn"], "ConflictException"),
  },
};
