import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => ({
  cluster: aws("rds/cluster:Cluster", { engine: "aurora-mysql", ...props }),
});

fixtures("rds-cluster-iam-authentication", {
  pass: { "a cluster with it": cluster({ iamDatabaseAuthenticationEnabled: true }) },
  fail: { "a cluster without": cluster({ iamDatabaseAuthenticationEnabled: false }) },
  unknown: { "a cluster whose setting is computed": cluster({ iamDatabaseAuthenticationEnabled: UNKNOWN }) },
  unset: { "a cluster that leaves it out": ["fail", cluster({})] },
  alias: { none: "one token" },
  notApplicable: { "a serverless cluster of the first generation": cluster({ engineMode: "serverless" }) },
});
