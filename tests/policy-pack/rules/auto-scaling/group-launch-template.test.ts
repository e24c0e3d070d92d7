import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("autoscaling/group:Group", { ...props }) });

fixtures("group-launch-template", {
  pass: {
    "a group of a template": group({ launchTemplate: { id: UNKNOWN, version: "$Latest" } }),
    "a group of several types": group({ mixedInstancesPolicy: { launchTemplate: {} } }),
  },
  fail: {
    "a group of a launch configuration": group({ launchConfiguration: "web" }),
    "a group of a computed launch configuration": group({ launchConfiguration: UNKNOWN }),
  },
  unknown: { none: "a template that is computed is a template" },
  unset: { "a group of nothing": ["fail", group({})] },
  alias: { none: "one token" },
});
