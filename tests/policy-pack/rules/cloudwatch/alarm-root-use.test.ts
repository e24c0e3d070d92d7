import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  lacking: '{ $.userIdentity.type = "Root" }',
};

fixtures("alarm-root-use", trailAlarmFixtures(patterns));
