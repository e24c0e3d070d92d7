import { CERTIFICATES } from "../../aws/certificates";
import { defineControl } from "../../registry/control";
import { ISSUED_BY_AMAZON } from "../../shapes/amazon-certificate";
import { where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "ACM-02",
  name: "certificate-transparency",
  title: "Certificates are written to the public transparency logs",
  why: "Browsers refuse certificates that are not logged, and forged ones are found in the logs.",
  fix: "Leave options.certificateTransparencyLoggingPreference out, or set it to ENABLED.",
  severity: "low",
  enforcement: "advisory",
  types: CERTIFICATES,
  resource: where(
    ISSUED_BY_AMAZON,
    oneOf("options.certificateTransparencyLoggingPreference", ["ENABLED"], "ENABLED"),
  ),
  references: {
    nist80053: ["AU-12", "SC-17"],
    wellArchitected: ["SEC09-BP01"],
    checkov: ["CKV_AWS_234"],
    prowler: ["acm_certificates_transparency_logs_enabled"],
  },
});
