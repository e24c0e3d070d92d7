import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});

fixtures("elasticache-no-classic-security-groups", {
  pass: { "a group in a VPC": group({ securityGroupIds: ["sg-1"], securityGroupNames: [] }) },
  fail: {
    "a group that names one": group({ securityGroupNames: ["classic"] }),
    "a group that names one that is computed": group({ securityGroupNames: [UNKNOWN] }),
  },
  unknown: { none: "a name that is not known yet is a name" },
  unset: { "a group without names": ["pass", group({})] },
  alias: { none: "one token" },
});
