import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vpc = aws("ec2/vpc:Vpc");
const subnet = aws("ec2/subnet:Subnet", { vpcId: ref("vpc") });
const log = (props: object) => aws("ec2/flowLog:FlowLog", { trafficType: "ALL", ...props });

fixtures("vpc-flow-log", {
  pass: {
    "a VPC with a flow log": { vpc, log: log({ vpcId: ref("vpc") }) },
    "a VPC each of whose subnets has one": { vpc, subnet, log: log({ subnetId: ref("subnet") }) },
    "a VPC that is joined by its known id": {
      vpc: { ...vpc, outputs: { id: "vpc-1" } },
      log: log({ vpcId: "vpc-1" }),
    },
    "a VPC inside a component that the flow log refers to": {
      network: { type: "platform:network:Network", props: {} },
      vpc: { ...vpc, parent: "network" },
      log: log({ vpcId: ref("network") }),
    },
  },
  fail: {
    "a VPC without": { vpc },
    "a VPC beside the flow log of another": { vpc, log: log({ vpcId: "vpc-2" }) },
    "a VPC one of whose subnets has none": {
      vpc,
      subnet,
      other: subnet,
      log: log({ subnetId: ref("subnet") }),
    },
  },
  unknown: { "a VPC beside a flow log that cannot be joined": { vpc, log: log({ vpcId: UNKNOWN }) } },
  unset: {
    "a stack whose flow log is for a transit gateway": [
      "fail",
      { vpc, log: log({ transitGatewayId: "tgw-1" }) },
    ],
  },
  alias: { none: "one token" },
});
