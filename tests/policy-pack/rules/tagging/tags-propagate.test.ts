import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (...tags: readonly object[]) => ({
  group: aws("autoscaling/group:Group", { tags: [...tags] }),
});
const template = (...kinds: readonly string[]) => ({
  template: aws("ec2/launchTemplate:LaunchTemplate", {
    tagSpecifications: kinds.map((resourceType) => ({ resourceType, tags: { Owner: "orders" } })),
  }),
});

fixtures("tags-propagate", {
  pass: {
    "an instance that tags its root volume": {
      instance: aws("ec2/instance:Instance", { rootBlockDevice: { tags: { Owner: "orders" } } }),
    },
    "an instance whose root volume has all tags": {
      instance: aws("ec2/instance:Instance", { rootBlockDevice: { tagsAll: { Owner: "orders" } } }),
    },
    "a service whose tasks have the tags of their definition": {
      service: aws("ecs/service:Service", { propagateTags: "TASK_DEFINITION", enableEcsManagedTags: true }),
    },
    "a job whose tags propagate": { job: aws("batch/jobDefinition:JobDefinition", { propagateTags: true }) },
    "a group whose tags propagate": group({ key: "Owner", value: "orders", propagateAtLaunch: true }),
    "a template for instances and volumes": template("instance", "volume"),
    "an instance that tags its volumes": {
      instance: aws("ec2/instance:Instance", { volumeTags: { Owner: "orders" } }),
    },
    "a service whose tasks are tagged": {
      service: aws("ecs/service:Service", { propagateTags: "SERVICE", enableEcsManagedTags: true }),
    },
  },
  fail: {
    "a group with a tag that stays": group({ key: "Owner", value: "orders", propagateAtLaunch: false }),
  },
  unknown: {
    "a template for kinds that are computed": template("instance", UNKNOWN),
    "a group whose propagation is computed": group({
      key: "Owner",
      value: "orders",
      propagateAtLaunch: UNKNOWN,
    }),
  },
  unset: {
    "a service that leaves its managed tags out": [
      "fail",
      { service: aws("ecs/service:Service", { propagateTags: "SERVICE" }) },
    ],
    "an instance that leaves its volumes out": ["fail", { instance: aws("ec2/instance:Instance", {}) }],
    "a group without tags": ["notApplicable", { group: aws("autoscaling/group:Group") }],
  },
  alias: {
    "a template for instances only": template("instance"),
    "a service whose tasks are not tagged": {
      service: aws("ecs/service:Service", { enableEcsManagedTags: true }),
    },
    "a job whose tags stay": { job: aws("batch/jobDefinition:JobDefinition", {}) },
  },
});
