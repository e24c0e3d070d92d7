import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("autoscaling/group:Group", { ...props }) });
const spot = (share: unknown, props: object = {}) =>
  group({
    mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity: share } },
    ...props,
  });
const ofTemplate = (marketType: string) => ({
  template: aws("ec2/launchTemplate:LaunchTemplate", { instanceMarketOptions: { marketType } }),
  ...group({ launchTemplate: { id: ref("template") } }),
});

fixtures("group-capacity-rebalance", {
  pass: {
    "a Spot group that replaces in time": spot(0, { capacityRebalance: true }),
    "a group that may be Spot and replaces in time": spot(UNKNOWN, { capacityRebalance: true }),
  },
  fail: {
    "a Spot group that does not": spot(0, { capacityRebalance: false }),
    "a group with one Spot instance in a hundred": spot(99),
    "a group of a Spot template": ofTemplate("spot"),
  },
  unknown: {
    "a group that may be Spot": spot(UNKNOWN),
    "a group whose template may be Spot": ofTemplate(UNKNOWN),
    "a Spot group whose setting is computed": spot(0, { capacityRebalance: UNKNOWN }),
  },
  unset: { "a Spot group that leaves it out": ["fail", spot(0)] },
  alias: { none: "one token" },
  notApplicable: {
    "a group that is paid for on demand": spot(100),
    "a group of a plain template": group({ launchTemplate: { id: "lt-1" } }),
  },
});
