import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const provider = (autoScalingGroupProvider: object) => ({
  provider: aws("ecs/capacityProvider:CapacityProvider", {
    autoScalingGroupProvider: { autoScalingGroupArn: UNKNOWN, ...autoScalingGroupProvider },
  }),
});
const on = { managedTerminationProtection: "ENABLED" };

fixtures("ecs-capacity-provider-protected", {
  pass: {
    "a provider that protects": provider({ ...on, managedScaling: { status: "ENABLED" } }),
    "a provider that leaves scaling to AWS's default": provider(on),
  },
  fail: {
    "a provider that does not": provider({ managedTerminationProtection: "DISABLED" }),
    "a provider that does not scale": provider({ ...on, managedScaling: { status: "DISABLED" } }),
  },
  unknown: { "a provider whose protection is computed": provider({ managedTerminationProtection: UNKNOWN }) },
  unset: { "a provider that leaves it out": ["fail", provider({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a provider of managed instances": {
      provider: aws("ecs/capacityProvider:CapacityProvider", { managedInstancesProvider: {} }),
    },
  },
});
