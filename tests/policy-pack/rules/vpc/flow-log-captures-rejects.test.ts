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
  alias: { none: "one token" },
  settings: { properties: { maxAggregationInterval: 60 } },
});
