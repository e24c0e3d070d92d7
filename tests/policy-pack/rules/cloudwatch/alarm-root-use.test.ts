import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

fixtures(
  "alarm-root-use",
  trailAlarmFixtures({
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    lacking: '{ $.userIdentity.type = "Root" }',
  }),
);
