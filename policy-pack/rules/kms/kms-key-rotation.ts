import { OWN_KEYS } from "../../aws/keys";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { notApplicable, undetermined } from "../../verdict/outcome";

export const control = defineControl({
  id: "KMS-01",
  name: "kms-key-rotation",
  title: "Symmetric keys are rotated every year",
  why: "The more one key encrypts, the more is lost with it.",
  fix: "Set enableKeyRotation to true; what was encrypted before stays readable.",
  severity: "high",
  enforcement: "mandatory",
  types: OWN_KEYS,
  resource: (subject) => {
    const { props } = subject;
    const judged = oneOf("enableKeyRotation", [true], false)(subject);
    if (judged.verdict === "pass") return judged;
    // KMS rotates neither asymmetric keys nor what lies in a store of the customer's.
    const spec = props.at("customerMasterKeySpec");
    const kind = valueOr(spec.string(), "SYMMETRIC_DEFAULT");
    if (kind !== undefined && kind !== "SYMMETRIC_DEFAULT")
      return notApplicable("KMS does not rotate such keys");
    if (!props.at("customKeyStoreId").isAbsent)
      return notApplicable("The key lies in a key store of its own");
    return kind === undefined ? undetermined(spec) : judged;
  },
  references: {
    securityHub: ["KMS.4"],
    cis3: ["3.6"],
    nist80053: ["SC-12", "SC-12(2)", "SC-28(3)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_7"],
    cdkNag: ["AwsSolutions-KMS5", "KMSBackingKeyRotationEnabled"],
    awsConfig: ["cmk-backing-key-rotation-enabled"],
    prowler: ["kms_cmk_rotation_enabled"],
    trivy: ["AWS-0065"],
    pulumi: [
      "AG:cmk-backing-key-rotation-enabled",
      "CP:kms-key-enable-key-rotation",
      "PB:kms-key-enable-key-rotation",
    ],
  },
});
