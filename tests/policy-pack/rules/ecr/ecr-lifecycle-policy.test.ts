import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const app = aws("ecr/repository:Repository", { name: "app" });
const policy = (repository: unknown) =>
  aws("ecr/lifecyclePolicy:LifecyclePolicy", { repository, policy: "{}" });

fixtures("ecr-lifecycle-policy", {
  pass: {
    "a repository with a policy": { app, policy: policy(ref("app")) },
    "a repository with a policy by its name": { app, policy: policy("app") },
  },
  fail: { "a repository beside the policy of another": { app, policy: policy("other") } },
  unknown: { "a repository beside a policy that cannot be joined": { app, policy: policy(UNKNOWN) } },
  unset: { "a repository alone": ["fail", { app }] },
  alias: { none: "one token" },
});
