import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (...settings: readonly unknown[]) => aws("ecs/cluster:Cluster", { settings: [...settings] });
const insights = (value: string) => ({ name: "containerInsights", value });
const account = (value: string) =>
  aws("ecs/accountSettingDefault:AccountSettingDefault", { name: "containerInsights", value });

fixtures("ecs-cluster-container-insights", {
  pass: {
    "a cluster with insights": { cluster: cluster(insights("enabled")) },
    "a cluster with more of them": { cluster: cluster(insights("enhanced")) },
    "a cluster whose account turns them on": { cluster: cluster(), account: account("enabled") },
  },
  fail: {
    "a cluster that turns them off": { cluster: cluster(insights("disabled")) },
    "a cluster that turns off what the account turns on": {
      cluster: cluster(insights("disabled")),
      account: account("enabled"),
    },
    "a cluster whose account turns them off": { cluster: cluster(), account: account("disabled") },
  },
  unknown: {
    "a cluster whose setting is computed": { cluster: cluster(insights(UNKNOWN)) },
    "a cluster whose settings are computed": { cluster: aws("ecs/cluster:Cluster", { settings: UNKNOWN }) },
    "a cluster whose account's setting is computed": { cluster: cluster(), account: account(UNKNOWN) },
    "a cluster with a setting of an unknown name": { cluster: cluster({ name: UNKNOWN, value: "enabled" }) },
  },
  unset: { "a cluster without settings": ["fail", { cluster: aws("ecs/cluster:Cluster") }] },
  alias: { none: "one token" },
});

fixtures("ecs-cluster-container-insights", {
  pass: { "a cluster whose account is said to turn them on": { cluster: cluster() } },
  fail: { "a cluster that turns them off all the same": { cluster: cluster(insights("disabled")) } },
  unknown: { none: "as above" },
  unset: { none: "as above" },
  alias: { none: "one token" },
  settings: { properties: { accountDefault: true } },
});
