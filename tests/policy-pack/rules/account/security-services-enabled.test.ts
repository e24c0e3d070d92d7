import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const hub = aws("securityhub/account:Account");
const inspector = (resourceTypes: unknown) =>
  aws("inspector2/enabler:Enabler", { accountIds: ["111122223333"], resourceTypes });
const macie = (props: object = {}) => aws("macie2/account:Account", { ...props });
const all = ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"];
const good = { hub, inspector: inspector(all), macie: macie() };

fixtures("security-services-enabled", {
  pass: {
    "an Inspector that scans all beside a kind that is computed": {
      ...good,
      inspector: inspector([...all, UNKNOWN]),
    },
    "a stack with all three": good,
    "a service whose default is filled in": { ...good, macie: macie({ status: "ENABLED" }) },
  },
  fail: {
    "a stack that owns them and has none": {},
    "a stack without one of them": { hub, inspector: inspector(all) },
    "an Inspector that leaves a kind out": { ...good, inspector: inspector(["EC2", "ECR", "LAMBDA"]) },
  },
  unknown: {
    "an Inspector that scans all but one, beside a kind that is computed": {
      ...good,
      inspector: inspector(["EC2", "ECR", "LAMBDA", UNKNOWN]),
    },
    "an Inspector whose kinds are computed": { ...good, inspector: inspector(UNKNOWN) },
    "an Inspector one of whose kinds is computed": { ...good, inspector: inspector(["EC2", UNKNOWN]) },
    "a Macie whose status is computed": { ...good, macie: macie({ status: UNKNOWN }) },
  },
  unset: { "a Macie that leaves its status to AWS": ["pass", good] },
  alias: { "a Macie that is paused": { ...good, macie: macie({ status: "PAUSED" }) } },
  settings: { properties: { owned: true } },
});

describe("security-services-enabled, where another stack owns them", () => {
  it("says nothing of a stack without them", async () => {
    assert.equal((await judge("security-services-enabled", {})).verdict, "nothing");
  });
});

describe("security-services-enabled", () => {
  it("names a service that is missing", async () => {
    const { told } = await judge("security-services-enabled", {}, { properties: { owned: true } });
    assert.match(told.map(({ message }) => message).join(" "), /\bSecurity Hub\b/);
  });
});
