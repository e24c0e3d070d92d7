import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({ group: aws("cloudwatch/logGroup:LogGroup", { ...props }) });

fixtures("log-group-retention", {
  pass: { "a group that keeps a year": group({ retentionInDays: 365 }) },
  fail: {
    "a group that keeps a day less than a year": group({ retentionInDays: 364 }),

    "a group that keeps less": group({ retentionInDays: 180 }),
    "a group that keeps for ever, in so many words": group({ retentionInDays: 0 }),
  },
  unknown: { "a group whose retention is computed": group({ retentionInDays: UNKNOWN }) },
  unset: { "a group that keeps for ever": ["fail", group({})] },
  alias: { none: "one token" },
  notApplicable: { "a group of a class that keeps two days": group({ logGroupClass: "DELIVERY" }) },
});
