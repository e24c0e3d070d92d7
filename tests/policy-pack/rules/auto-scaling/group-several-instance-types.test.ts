import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const mixed = (launchTemplate: unknown) => ({
  group: aws("autoscaling/group:Group", { mixedInstancesPolicy: { launchTemplate } }),
});
const of = (...types: readonly string[]) =>
  mixed({ overrides: types.map((instanceType) => ({ instanceType })) });

fixtures("group-several-instance-types", {
  pass: {
    "a group of two types": of("m7g.large", "m6g.large"),
    "a group that states what it needs": mixed({
      overrides: [{ instanceRequirements: { vcpuCount: { min: 2 } } }],
    }),
    "a group whose template states what it needs": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { instanceRequirements: { vcpuCount: { min: 2 } } }),
      ...mixed({ launchTemplateSpecification: { launchTemplateId: ref("template") } }),
    },
  },
  fail: {
    "a group of one type": of("m7g.large"),
    "a group of the same type twice": of("m7g.large", "m7g.large"),
  },
  unknown: {
    "a group whose types are computed": mixed({ overrides: UNKNOWN }),
    "a group whose second type is computed": of("m7g.large", UNKNOWN),
  },
  unset: {
    "a group of a plain template": [
      "fail",
      { group: aws("autoscaling/group:Group", { launchTemplate: { id: "lt-1" } }) },
    ],
  },
  alias: { none: "one token" },
});
