import { tokens } from "../../aws/tokens";
import { defineControl, type Located, located } from "../../registry/control";
import { known, valueOr } from "../../reading/view";
import { all, oneOf, within } from "../../shapes/property";
import type { StackIndex } from "../../stack/stack-index";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly destinations: readonly string[];
  readonly maxAggregationInterval: number;
}

const FLOW_LOGS = tokens("ec2/flowLog:FlowLog");
const LOG_GROUPS = tokens("cloudwatch/logGroup:LogGroup");

function* judgeDestinations(stack: StackIndex): Iterable<Located> {
  const groups = stack
    .ofTypes(FLOW_LOGS)
    .flatMap((log) => stack.targets(log, "logDestination", LOG_GROUPS).found);
  for (const group of new Set(groups)) {
    const retention = group.props.at("retentionInDays");
    const days = valueOr(retention.number(), 0);
    const kept = text`the log group of a flow log keeps its events for ever; required: a retention.`;
    const outcome = days === 0 ? fail(retention, kept) : pass;
    yield located(group, days === undefined ? undetermined(retention) : outcome);
  }
}

export const control = defineControl<Parameters>({
  id: "VPC-03",
  name: "flow-log-captures-rejects",
  title: "Flow logs capture rejected traffic, go to an approved destination and are kept for a bounded time",
  why: "A log of accepted traffic alone hides probing; a log without retention is kept, and paid for, for ever.",
  fix: "Set trafficType to ALL or REJECT, logDestinationType to an approved kind, and retentionInDays on the log group.",
  severity: "low",
  enforcement: "advisory",
  types: FLOW_LOGS,
  parameters: {
    destinations: {
      type: "array",
      items: { type: "string", enum: ["cloud-watch-logs", "s3", "kinesis-data-firehose"] },
      default: ["cloud-watch-logs", "s3", "kinesis-data-firehose"],
      description: "Kinds of destination that are approved.",
    },
    maxAggregationInterval: {
      type: "integer",
      enum: [60, 600],
      default: 600,
      description: "Longest time over which flows are summed up, in seconds.",
    },
  },
  resource: (subject, { parameters }) => {
    const { props } = subject;
    const isTransit =
      !props.at("transitGatewayId").isAbsent || !props.at("transitGatewayAttachmentId").isAbsent;
    const destination = oneOf("logDestinationType", parameters.destinations, "cloud-watch-logs")(subject);
    if (isTransit)
      return known(props.at("trafficType").string()) === "ACCEPT"
        ? notApplicable("Transit gateways log all")
        : destination;
    return all(
      oneOf("trafficType", ["ALL", "REJECT"]),
      () => destination,
      within("maxAggregationInterval", { most: parameters.maxAggregationInterval }, 600),
    )(subject);
  },
  stack: judgeDestinations,
  references: {
    cis3: ["3.7"],
    nist80053: ["AU-2", "AU-3", "AU-11"],
    wellArchitected: ["SEC04-BP01"],
    trivy: ["AWS-0178"],
    pulumi: ["PB:vpc-flow-logs"],
  },
});
