import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const vpc = (tags: unknown) => ({ vpc: aws("ec2/vpc:Vpc", { tags }) });

fixtures("tag-values-allowed", {
  pass: { "an allowed value": vpc({ Environment: "dev" }) },
  fail: { "another value": vpc({ Environment: "Dev" }) },
  unknown: {
    "a value that is computed": vpc({ Environment: UNKNOWN }),
    "tags that are computed": vpc(UNKNOWN),
  },
  unset: { "a resource without the key": ["pass", vpc({})] },
  alias: {
    "a group whose tags are a list": {
      group: aws("autoscaling/group:Group", { tags: [{ key: "Environment", value: "lab" }] }),
    },
  },
  otherTypes: { "a type that takes no tags": { route: aws("ec2/route:Route") } },
  settings: { pack: { tagContract: { Environment: { values: ["dev", "prod"] } } } },
});
