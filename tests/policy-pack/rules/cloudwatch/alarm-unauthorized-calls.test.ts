import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

fixtures(
  "alarm-unauthorized-calls",
  trailAlarmFixtures({
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    lacking: '{ $.errorCode = "AccessDenied*" }',
  }),
);
