import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const contact = (alternateContactType: string) =>
  aws("account/alternativeContact:AlternativeContact", {
    alternateContactType,
    emailAddress: "a@example.com",
  });

fixtures("security-contact", {
  pass: { "a stack with the contact": { billing: contact("BILLING"), security: contact("SECURITY") } },
  fail: { "a stack with another contact": { billing: contact("BILLING") } },
  unknown: { "a contact whose kind is computed": { contact: contact(UNKNOWN) } },
  unset: { "a stack without contacts": ["fail", {}] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});

describe("security-contact, where another stack owns the contacts", () => {
  it("says nothing of a stack without one", async () => {
    assert.equal((await judge("security-contact", {})).verdict, "nothing");
  });
});
