import { CERTIFICATES } from "../../aws/certificates";
import { defineControl } from "../../registry/control";
import { ISSUED_BY_AMAZON } from "../../shapes/amazon-certificate";
import { where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";

/**
 * When a certificate ends exists at run time only: Security Hub ACM.1, the AWS Config rule acm-certificate-expiration-check
 * and the DaysToExpiry metric watch it, for imported certificates, too.
 */
export const control = defineControl({
  id: "ACM-04",
  name: "certificate-renews-itself",
  title: "Certificates are validated by DNS, so that they renew themselves",
  why: "Validation by mail waits for a person each year, and one forgotten mail takes the site down.",
  fix: "Set validationMethod to DNS and add the record of domainValidationOptions.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: CERTIFICATES,
  resource: where(ISSUED_BY_AMAZON, oneOf("validationMethod", ["DNS"])),
  references: {
    securityHub: ["ACM.1"],
    nist80053: ["SC-17", "SC-28(3)", "SC-7(16)"],
    wellArchitected: ["SEC09-BP01"],
    awsConfig: ["acm-certificate-expiration-check"],
    prowler: ["acm_certificates_expiration_check"],
    pulumi: ["AG:acm-certificate-expiration"],
  },
});
