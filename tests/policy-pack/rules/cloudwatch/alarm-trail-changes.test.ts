import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventSource = cloudtrail.amazonaws.com) && (($.eventName = "StopLogging") || ($.eventName = "StartLogging") || ($.eventName = "DeleteTrail") || ($.eventName = "UpdateTrail") || ($.eventName = "CreateTrail")) }',
  lacking:
    "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) }",
};

fixtures("alarm-trail-changes", trailAlarmFixtures(patterns));
