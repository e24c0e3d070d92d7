import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { TRAILS } from "../../shapes/trails";

export const control = defineControl({
  id: "CT-08",
  name: "trail-is-logging",
  title: "Trails are logging",
  why: "A trail that is switched off looks like a trail and records nothing.",
  fix: "Remove enableLogging: false from the aws.cloudtrail.Trail.",
  severity: "high",
  enforcement: "mandatory",
  types: TRAILS,
  resource: oneOf("enableLogging", [true], true),
  references: {
    securityHub: ["CloudTrail.3"],
    nist80053: ["AU-2", "AU-3", "AU-12"],
    wellArchitected: ["SEC04-BP01"],
    checkov: ["CKV_AWS_251"],
    awsConfig: ["cloud-trail-enabled"],
    pulumi: ["PB:cloudtrail-enabled"],
  },
});
