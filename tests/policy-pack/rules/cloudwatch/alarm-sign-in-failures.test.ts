import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  lacking: "{ $.eventName = ConsoleLogin }",
};

fixtures("alarm-sign-in-failures", trailAlarmFixtures(patterns));
