import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  lacking: '{ $.eventName = "ConsoleLogin" }',
};

fixtures("alarm-sign-in-without-mfa", trailAlarmFixtures(patterns));
