import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("autoscaling/group:Group", { ...props }) });
const balanced = (props: object) => group({ targetGroupArns: [UNKNOWN], ...props });
const attachment = aws("autoscaling/attachment:Attachment", {
  autoscalingGroupName: ref("group"),
  lbTargetGroupArn: "arn",
});

fixtures("group-elb-health-check", {
  pass: {
    "a balanced group that asks the balancer": balanced({ healthCheckType: "ELB" }),
    "a group that asks the balancer among others": balanced({ healthCheckType: "EC2,ELB" }),
    "a group that asks a service network": group({
      trafficSources: [{ identifier: "tg" }],
      healthCheckType: "VPC_LATTICE",
    }),
  },
  fail: {
    "a group that is attached to a balancer as a source of traffic": {
      ...group({ healthCheckType: "EC2" }),
      source: aws("autoscaling/trafficSourceAttachment:TrafficSourceAttachment", {
        autoscalingGroupName: ref("group"),
        trafficSource: { identifier: "arn", type: "elbv2" },
      }),
    },

    "a balanced group that does not ask": balanced({ healthCheckType: "EC2" }),
    "a group that is attached to a balancer": { ...group({ healthCheckType: "EC2" }), attachment },
    "a group of a classic balancer": group({ loadBalancers: ["web"] }),
  },
  unknown: { "a balanced group whose check is computed": balanced({ healthCheckType: UNKNOWN }) },
  unset: { "a balanced group that leaves it out": ["fail", balanced({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a group without a balancer": group({}),
    "a group with an empty list of balancers": group({ targetGroupArns: [] }),
    "a group beside another that is attached": {
      ...group({}),
      attachment: aws("autoscaling/attachment:Attachment", { autoscalingGroupName: "other" }),
    },
  },
});
