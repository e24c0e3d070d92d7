import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const log = (props: object) => ({
  log: aws("ec2/flowLog:FlowLog", {
    vpcId: "vpc-1",
    trafficType: "ALL",
    maxAggregationInterval: 60,
    ...props,
  }),
});
const kept = (props: object) => ({
  ...log({ logDestination: ref("group") }),
  group: aws("cloudwatch/logGroup:LogGroup", { ...props }),
});

fixtures("flow-log-captures-rejects", {
  pass: {
    "a flow log of all traffic to a stream": log({ logDestinationType: "kinesis-data-firehose" }),

    "a flow log of an attachment": {
      log: aws("ec2/flowLog:FlowLog", { transitGatewayAttachmentId: "tgw-attach-1" }),
    },
    "a flow log of all traffic": log({}),
    "a flow log of rejected traffic to S3": log({ trafficType: "REJECT", logDestinationType: "s3" }),
    "a flow log whose group has a retention": kept({ retentionInDays: 90 }),
    "a flow log of a transit gateway, which has no kind of traffic": {
      log: aws("ec2/flowLog:FlowLog", { transitGatewayId: "tgw-1" }),
    },
  },
  fail: {
    "a flow log of accepted traffic": log({ trafficType: "ACCEPT" }),
    "a flow log that sums up ten minutes where one is asked for": log({ maxAggregationInterval: 600 }),
    "a flow log whose group keeps events for ever": kept({ retentionInDays: 0 }),
  },
  unknown: {
    "a flow log whose kind of traffic is computed": log({ trafficType: UNKNOWN }),
    "a flow log whose group's retention is computed": kept({ retentionInDays: UNKNOWN }),
  },
  unset: {
    "a flow log without a kind of traffic": [
      "fail",
      { log: aws("ec2/flowLog:FlowLog", { vpcId: "vpc-1", maxAggregationInterval: 60 }) },
    ],
    "a group without a retention": ["fail", kept({})],
  },
  notApplicable: {
    "a flow log of a transit gateway that asks for accepted traffic": {
      log: aws("ec2/flowLog:FlowLog", { transitGatewayId: "tgw-1", trafficType: "ACCEPT" }),
    },
  },
  alias: { none: "one token" },
  settings: { properties: { maxAggregationInterval: 60 } },
});

describe("with fewer destinations and no wish for short sums", () => {
  fixtures("flow-log-captures-rejects", {
    pass: { "a flow log to S3": log({ logDestinationType: "s3", maxAggregationInterval: 600 }) },
    fail: { "a flow log to CloudWatch": log({ logDestinationType: "cloud-watch-logs" }) },
    unknown: { "a flow log to a computed destination": log({ logDestinationType: UNKNOWN }) },
    unset: {
      "a flow log that leaves the destination out": ["fail", log({})],
      "a flow log that leaves the interval out": [
        "pass",
        log({ logDestinationType: "s3", maxAggregationInterval: null }),
      ],
    },
    alias: { none: "one token" },
    settings: { properties: { destinations: ["s3"] } },
  });
});

describe("with an interval of a minute", () => {
  fixtures("flow-log-captures-rejects", {
    pass: { "a flow log of a minute": log({ maxAggregationInterval: 60 }) },
    fail: { "a flow log of ten": log({ maxAggregationInterval: 600 }) },
    unknown: { none: "as above" },
    unset: { "a flow log that leaves it out": ["fail", log({ maxAggregationInterval: null })] },
    alias: { none: "one token" },
    settings: { properties: { maxAggregationInterval: 60 } },
  });
});
