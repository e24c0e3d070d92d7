import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});

fixtures("elasticache-multi-az", {
  pass: { "a group in several zones": group({ multiAzEnabled: true }) },
  fail: { "a group that says no": group({ multiAzEnabled: false }) },
  unknown: { "a group whose setting is computed": group({ multiAzEnabled: UNKNOWN }) },
  unset: { "a group that leaves it out": ["fail", group({})] },
  alias: { none: "one token" },
});
