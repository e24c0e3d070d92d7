import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  lacking: '{ $.errorCode = "AccessDenied*" }',
};

fixtures("alarm-unauthorized-calls", trailAlarmFixtures(patterns));
