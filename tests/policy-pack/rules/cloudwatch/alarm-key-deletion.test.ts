import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = "ScheduleKeyDeletion") || ($.eventName = "DisableKey")) }',
  lacking: "{ ($.eventName = DisableKey) }",
};

fixtures("alarm-key-deletion", trailAlarmFixtures(patterns));
