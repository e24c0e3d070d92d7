import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const vpc = (tags: unknown) => ({ vpc: aws("ec2/vpc:Vpc", { tags }) });

fixtures("tag-values-well-formed", {
  pass: {
    "a value of the asked form": vpc({ CostCenter: "CC-1234" }),
    "a key that is nothing like the contract's": vpc({ Centre: "x" }),
  },
  fail: {
    "a value of another form": vpc({ CostCenter: "1234" }),
    "a value that is too long": vpc({ CostCenter: "CC-1234567" }),
    "a value of another form under a key in another case beside it": vpc({
      CostCenter: "1",
      costcenter: "CC-1",
    }),
    "a key in another case": vpc({ costcenter: "CC-1234" }),
    "a key with another separator": vpc({ "cost-center": "CC-1234" }),
    "an alias of the key": vpc({ KST: "CC-1234" }),
  },
  unknown: { "a value that is computed": vpc({ CostCenter: UNKNOWN }) },
  unset: { "a resource without the key": ["pass", vpc({})] },
  alias: {
    "a type of a former name": {
      balancer: aws("alb/loadBalancer:LoadBalancer", { tags: { KST: "CC-1234" } }),
    },
  },
  otherTypes: { "a type that takes no tags": { route: aws("ec2/route:Route") } },
  settings: { pack: { tagContract: { CostCenter: { pattern: "CC-\\d+", maxLength: 8, aliases: ["KST"] } } } },
});
