import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

fixtures(
  "alarm-sign-in-failures",
  trailAlarmFixtures({
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    lacking: "{ $.eventName = ConsoleLogin }",
  }),
);
