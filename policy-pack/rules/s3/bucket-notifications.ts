import { BUCKETS, NOTIFICATION } from "../../aws/buckets";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { known } from "../../reading/view";
import { everyBucket } from "../../shapes/bucket-side";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(place: View): Outcome {
  const lists = ["lambdaFunctions", "queues", "topics"].map((name) => place.at(name));
  const bridge = place.at("eventbridge");
  if (known(bridge.boolean()) === true || lists.some((list) => list.items().length > 0)) return pass;
  const open = [bridge, ...lists].find(({ isUnknown }) => isUnknown);
  return open ? undetermined(open) : fail("", text`the notification has no receiver.`);
}

export const control = defineControl({
  id: "S3-19",
  name: "bucket-notifications",
  title: "Buckets notify of what happens to their objects",
  why: "Where objects drive a process or an alarm, an event is sooner than a search; elsewhere it is noise, so it is opt-in.",
  fix: "Add an aws.s3.BucketNotification with eventbridge true, or with a queue, a topic or a function.",
  severity: "low",
  enforcement: "disabled",
  types: [...BUCKETS, ...NOTIFICATION.types],
  stack: everyBucket({ side: NOTIFICATION, judge, missing: text`the bucket notifies nobody.` }),
  references: {
    securityHub: ["S3.11"],
    nist80053: ["CA-7", "SI-3(8)", "SI-4", "SI-4(4)"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV2_AWS_62"],
    awsConfig: ["s3-event-notifications-enabled"],
    prowler: ["s3_bucket_event_notifications_enabled"],
    pulumi: ["PB:s3-bucket-notifications-enabled"],
  },
});
