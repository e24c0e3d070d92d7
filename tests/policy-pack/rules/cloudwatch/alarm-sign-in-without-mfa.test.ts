import * as assert from "node:assert/strict";

import { fixtures, judge, type Program } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  lacking: '{ $.eventName = "ConsoleLogin" }',
};

fixtures("alarm-sign-in-without-mfa", trailAlarmFixtures(patterns));

describe("alarm-sign-in-without-mfa", () => {
  it("takes a pattern of the sign-ins of users only", async () => {
    const narrow =
      '{ ($.eventSource = "signin.amazonaws.com") && ($.eventType = "AwsConsoleSignIn") && ($.eventName = "ConsoleLogin") && ($.userIdentity.type = "IAMUser") && ($.additionalEventData.MFAUsed = "No") }';
    const { pass, settings } = trailAlarmFixtures({ ...patterns, pattern: narrow });
    // Alarms have programs that pass.
    const [program = {}] = Object.values(pass as Readonly<Record<string, Program>>);
    assert.equal((await judge("alarm-sign-in-without-mfa", program, settings)).verdict, "pass");
  });
});
