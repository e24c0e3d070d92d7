import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

fixtures(
  "alarm-key-deletion",
  trailAlarmFixtures({
    pattern:
      '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = "ScheduleKeyDeletion") || ($.eventName = "DisableKey")) }',
    lacking: "{ ($.eventName = DisableKey) }",
  }),
);
