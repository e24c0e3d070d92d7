import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { all, oneOf, present } from "../../shapes/property";

export const control = defineControl({
  id: "CT-10",
  name: "event-data-store-encrypted",
  title: "Event data stores are encrypted with a KMS key of the account and cannot be deleted at once",
  why: "A store holds years of what happened; AWS's own key has no policy, and protection is one switch.",
  fix: "Set kmsKeyId of the aws.cloudtrail.EventDataStore, and leave terminationProtectionEnabled true.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("cloudtrail/eventDataStore:EventDataStore"),
  resource: all(present("kmsKeyId"), oneOf("terminationProtectionEnabled", [true], true)),
  references: {
    securityHub: ["CloudTrail.10"],
    nist80053: ["AU-9", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_294"],
  },
});
