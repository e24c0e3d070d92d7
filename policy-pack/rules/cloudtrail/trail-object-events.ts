import { defineControl } from "../../registry/control";
import { logsEvents, someTrail, TRAILS } from "../../shapes/trails";
import { text } from "../../verdict/text";

const missing = text`the trail does not log all reads and writes of objects in S3.`;

export const control = defineControl({
  id: "CT-07",
  name: "trail-object-events",
  title: "A trail logs reads and writes of objects in S3",
  why: "Management events tell who changed a bucket, not who took what was in it.",
  fix: "Select data events of AWS::S3::Object for all buckets, reads and writes.",
  severity: "low",
  enforcement: "advisory",
  types: TRAILS,
  stack: someTrail(logsEvents("objects", missing)),
  references: {
    securityHub: ["S3.22", "S3.23"],
    cis3: ["3.8", "3.9"],
    nist80053: ["AC-2(4)", "AU-2", "AU-3", "AU-12", "CA-7", "SI-4(20)"],
    wellArchitected: ["SEC04-BP01"],
    awsConfig: [
      "cloudtrail-s3-dataevents-enabled",
      "cloudtrail-all-read-s3-data-event-check",
      "cloudtrail-all-write-s3-data-event-check",
    ],
    prowler: ["cloudtrail_s3_dataevents_write_enabled", "cloudtrail_s3_dataevents_read_enabled"],
    trivy: ["AWS-0171", "AWS-0172"],
    pulumi: ["PB:cloudtrail-s3-data-events-enabled"],
  },
});
