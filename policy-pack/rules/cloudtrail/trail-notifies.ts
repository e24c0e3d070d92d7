import { defineControl } from "../../registry/control";
import { all, present } from "../../shapes/property";
import { TRAILS } from "../../shapes/trails";

export const control = defineControl({
  id: "CT-09",
  name: "trail-notifies",
  title: "Trails notify a topic and look for unusual activity",
  why: "Where something reads the files as they come, or counts on insights, both must be on; both cost, so it is opt-in.",
  fix: "Set snsTopicName and insightSelectors on the aws.cloudtrail.Trail.",
  severity: "low",
  enforcement: "disabled",
  types: TRAILS,
  resource: all(present("snsTopicName"), present("insightSelectors")),
  references: {
    nist80053: ["AU-6", "CA-7", "SI-4"],
    wellArchitected: ["SEC04-BP03"],
    checkov: ["CKV_AWS_252"],
    prowler: ["cloudtrail_insights_exist"],
  },
});
