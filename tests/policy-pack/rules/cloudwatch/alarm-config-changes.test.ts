import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

fixtures(
  "alarm-config-changes",
  trailAlarmFixtures({
    pattern:
      '{ ($.eventSource = config.amazonaws.com) && (($.eventName = "PutConfigurationRecorder") || ($.eventName = "PutDeliveryChannel") || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "StopConfigurationRecorder")) }',
    lacking:
      "{ ($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) }",
  }),
);
