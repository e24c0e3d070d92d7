import { CERTIFICATE_AUTHORITIES } from "../../aws/database-versions";
import { CLUSTER_INSTANCES, CLUSTERS, INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

interface Parameters {
  readonly authorities: readonly string[];
}

/** What AWS signs with where nothing is set. */
const UNSET = "rds-ca-rsa2048-g1";

export const control = defineControl<Parameters>({
  id: "RDS-29",
  name: "rds-certificate-authority-current",
  title: "Certificates of databases come from a current authority",
  why: "When an authority ends, clients that check certificates can no longer connect, and the others were never safe.",
  fix: "Leave the certificate authority out, or set it to a current one such as rds-ca-rsa2048-g1.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTER_INSTANCES, ...CLUSTERS],
  parameters: {
    authorities: {
      type: "array",
      items: { type: "string" },
      default: CERTIFICATE_AUTHORITIES,
      description: "Certificate authorities that are current.",
    },
  },
  resource: (subject, { parameters }) => {
    const property = CLUSTERS.includes(subject.type) ? "caCertificateIdentifier" : "caCertIdentifier";
    return oneOf(property, parameters.authorities, UNSET)(subject);
  },
  references: {
    nist80053: ["SC-12", "SC-17", "SC-23"],
    wellArchitected: ["SEC09-BP01"],
    checkov: ["CKV_AWS_211"],
    prowler: ["rds_instance_certificate_expiration"],
  },
});
