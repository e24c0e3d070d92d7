import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});

fixtures("elasticache-automatic-failover", {
  pass: { "a group that fails over": group({ automaticFailoverEnabled: true }) },
  fail: { "a group that says no": group({ automaticFailoverEnabled: false }) },
  unknown: { "a group whose setting is computed": group({ automaticFailoverEnabled: UNKNOWN }) },
  unset: { "a group that leaves it out": ["fail", group({})] },
  alias: { none: "one token" },
});
