import { partitionOf, uuid } from "../identity";
import { isUnknown, isWireList, type Wire } from "../wire";
import { choiceRule, textOf, textRule, type Creation, type ResourceTypes } from "./definition";
import { range } from "./watching";

const own = ({ urn, generation }: Creation): string => uuid(`${urn}#${generation}`);

/** Where health checkers stand. Source: Route 53 API, HealthCheckConfig, Regions. */
const CHECKERS =
  "us-east-1 us-west-1 us-west-2 eu-west-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 sa-east-1".split(" ");

function areCheckers(value: Wire): boolean {
  return (
    isWireList(value) &&
    value.length >= 3 &&
    value.every((region) => isUnknown(region) || CHECKERS.includes(textOf(region)))
  );
}

/** What tells whether a place can be reached, and what moves traffic to another one. */
export const FAILOVER_TYPES: ResourceTypes = {
  "aws:route53/healthCheck:HealthCheck": {
    id: own,
    arn: ({ id, settings }) => `arn:${partitionOf(settings.region).name}:route53:::healthcheck/${id}`,
    computed: ({ inputs }) => ({
      enableSni: textOf(inputs.type).startsWith("HTTPS"),
      failureThreshold: 3,
      regions: CHECKERS,
      triggers: {},
    }),
    forceNew: ["measureLatency", "referenceName", "requestInterval", "routingControlArn", "type"],
    rules: [
      choiceRule("type", "InvalidInput", [
        ...["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "CALCULATED"],
        ...["CLOUDWATCH_METRIC", "RECOVERY_CONTROL"],
      ]),
      choiceRule("requestInterval", "InvalidInput", [10, 30]),
      range("failureThreshold", "InvalidInput", 1, 10),
      textRule({
        property: "resourcePath",
        code: "InvalidInput",
        pattern: /^[!-~]{1,255}$/,
        requires: "must be 1 to 255 characters without blanks",
      }),
      textRule({
        property: "fqdn",
        code: "InvalidInput",
        pattern: /^[!-~]{1,255}$/,
        requires: "must be a name of 1 to 255 characters",
      }),
      {
        property: "regions",
        code: "InvalidInput",
        requires: `must be at least three of ${CHECKERS.join(", ")}`,
        holds: areCheckers,
      },
    ],
  },
};
