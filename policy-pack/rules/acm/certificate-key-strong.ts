import { CERTIFICATES, issuerOf } from "../../aws/certificates";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { undetermined } from "../../verdict/outcome";

const isStrong = oneOf(
  "keyAlgorithm",
  ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"],
  "RSA_2048",
);

export const control = defineControl({
  id: "ACM-01",
  name: "certificate-key-strong",
  title: "Keys of certificates are RSA of 2048 bits or more, or of an elliptic curve",
  why: "RSA keys of 1024 bits can be broken, and browsers refuse them.",
  fix: "Leave keyAlgorithm out, or set it to RSA_2048 or EC_prime256v1.",
  severity: "high",
  enforcement: "mandatory",
  types: CERTIFICATES,
  // The key of an imported certificate is in its text.
  resource: (subject) =>
    issuerOf(subject.props) === "imported" && subject.props.at("keyAlgorithm").isAbsent
      ? undetermined("keyAlgorithm")
      : isStrong(subject),
  references: {
    securityHub: ["ACM.2"],
    nist80053: ["SC-12", "SC-13", "SC-17"],
    wellArchitected: ["SEC09-BP01"],
    awsConfig: ["acm-certificate-rsa-check"],
    prowler: ["acm_certificates_with_secure_key_algorithms"],
  },
});
