import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const vpc = (tags: unknown) => ({ vpc: aws("ec2/vpc:Vpc", { tags }) });

fixtures("tags-safe", {
  pass: {
    "a value of the greatest length": vpc({ Note: "x".repeat(256) }),
    "a key of the greatest length": vpc({ ["x".repeat(128)]: "y" }),
    "as many tags as there may be": vpc(
      Object.fromEntries(Array.from({ length: 50 }, (_, position) => [`key-${position}`, "x"])),
    ),
    "plain tags": vpc({ Owner: "orders", CostCenter: "CC-1234" }),
  },
  fail: {
    "a mail address in capitals": vpc({ Owner: "JANE.DOE@EXAMPLE.COM" }),
    "a reserved key": vpc({ "aws:owner": "orders" }),
    "a mail address": vpc({ Owner: "jane.doe@example.com" }),
    "an access key": vpc({ Note: "AKIAIOSFODNN7EXAMPLE" }),
    "a value that is too long": vpc({ Note: "x".repeat(257) }),
    "a key that is too long": vpc({ ["x".repeat(129)]: "y" }),
    "too many tags": vpc(
      Object.fromEntries(Array.from({ length: 51 }, (_, position) => [`key-${position}`, "x"])),
    ),
  },
  unknown: { "a value that is computed": vpc({ Owner: UNKNOWN }) },
  unset: { "a resource without tags": ["pass", { vpc: aws("ec2/vpc:Vpc") }] },
  alias: {
    "a group whose tags are a list": {
      group: aws("autoscaling/group:Group", { tags: [{ key: "aws:x", value: "y" }] }),
    },
  },
  otherTypes: { "a type that takes no tags": { route: aws("ec2/route:Route") } },
});
