import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const contract = { Environment: { required: true }, Owner: { required: true }, Project: {} };
const defaults = (tags: object) => ({ provider: { defaultTags: JSON.stringify({ tags }) } });
const vpc = (props: object, rest: object = {}) => ({ vpc: aws("ec2/vpc:Vpc", { ...props }, rest) });
const both = { Environment: "dev", Owner: "platform" };

fixtures("tags-required", {
  pass: {
    "a resource with the keys": vpc({ tags: both }),
    "a resource that gets a key from the provider": vpc(
      { tags: { Owner: "orders" } },
      defaults({ Environment: "dev" }),
    ),
    "a resource whose keys the provider has merged": vpc({ tags: {}, tagsAll: both }),
    "a resource whose values are computed": vpc({
      tags: { Environment: UNKNOWN, Owner: UNKNOWN },
      tagsAll: UNKNOWN,
    }),
    "a group whose tags are a list": {
      group: aws("autoscaling/group:Group", {
        tags: [
          { key: "Environment", value: "dev" },
          { key: "Owner", value: "orders" },
        ],
      }),
    },
  },
  fail: {
    "a resource without one of them": vpc({ tags: { Environment: "dev" } }),
    "a group whose list lacks one, whatever the provider's defaults": {
      group: aws("autoscaling/group:Group", { tags: [{ key: "Environment", value: "dev" }] }, defaults(both)),
    },
    "a resource whose merged tags lack one": vpc({ tags: both, tagsAll: { Environment: "dev" } }),
  },
  unknown: { "a resource whose tags are computed": vpc({ tags: UNKNOWN, tagsAll: UNKNOWN }) },
  unset: {
    "a resource without tags": ["fail", vpc({})],
    "a resource without tags of its own, with defaults": ["pass", vpc({}, defaults(both))],
  },
  alias: { "a type of a former name": { balancer: aws("alb/loadBalancer:LoadBalancer", {}) } },
  otherTypes: { "a type that takes no tags": { route: aws("ec2/route:Route") } },
  settings: { pack: { tagContract: contract } },
});
