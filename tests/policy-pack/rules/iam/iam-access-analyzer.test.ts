import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const analyzer = (type?: string) => ({
  analyzer: aws("accessanalyzer/analyzer:Analyzer", {
    analyzerName: "a",
    ...(type !== undefined && { type }),
  }),
});

fixtures("iam-access-analyzer", {
  pass: {
    "an analyzer of the account": analyzer("ACCOUNT"),
    "an analyzer of the organisation": analyzer("ORGANIZATION"),
    "an analyzer of a type that is computed": analyzer(UNKNOWN),
  },
  fail: {
    "a stack that owns it and has none": {},
    "an analyzer of unused access": analyzer("ACCOUNT_UNUSED_ACCESS"),
  },
  unknown: { none: "it is there or it is not" },
  unset: { "an analyzer of the type that AWS gives": ["pass", analyzer()] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
