import { digest } from "../identity";
import {
  choiceRule,
  regionalArn,
  textOf,
  madeUuid,
  type Created,
  type Creation,
  type Reference,
  type ResourceTypes,
} from "./definition";

const AUTHORITY = "aws:acmpca/certificateAuthority:CertificateAuthority";

const authorityArn = regionalArn("acm-pca", (created) => `certificate-authority/${madeUuid(created)}`);

const certificateArn = ({ inputs, urn, generation }: Creation): string =>
  `${textOf(inputs.certificateAuthorityArn)}/certificate/${digest(`${urn}#${generation}`, 32)}`;

/** Text in the form of PEM; what is in it means nothing. */
function pem(kind: string, { urn, generation }: Created): string {
  return `-----BEGIN ${kind}-----\n${digest(`${urn}#${generation}${kind}`, 64)}\n-----END ${kind}-----\n`;
}

const OF_AUTHORITY: Reference = { types: [AUTHORITY], missing: "ResourceNotFoundException" };

/** Private certificate authorities and what they issue. */
export const CERTIFICATE_AUTHORITY_TYPES: ResourceTypes = {
  [AUTHORITY]: {
    id: (creation) => authorityArn({ ...creation, id: "" }),
    arn: authorityArn,
    defaults: { enabled: true, permanentDeletionTimeInDays: 30, type: "SUBORDINATE" },
    computed: (created) => ({
      certificate: "",
      certificateChain: "",
      certificateSigningRequest: pem("CERTIFICATE REQUEST", created),
      keyStorageSecurityStandard: "FIPS_140_2_LEVEL_3_OR_HIGHER",
      notAfter: "",
      notBefore: "",
      serial: "",
      usageMode: "GENERAL_PURPOSE",
    }),
    forceNew: ["certificateAuthorityConfiguration", "keyStorageSecurityStandard", "type", "usageMode"],
    rules: [
      choiceRule("type", "InvalidArgsException", ["ROOT", "SUBORDINATE"]),
      choiceRule("usageMode", "InvalidArgsException", ["GENERAL_PURPOSE", "SHORT_LIVED_CERTIFICATE"]),
      {
        property: "permanentDeletionTimeInDays",
        code: "InvalidArgsException",
        requires: "must be 7 to 30 days",
        holds: (value) => Number(value) >= 7 && Number(value) <= 30,
      },
    ],
  },
  "aws:acmpca/certificate:Certificate": {
    id: certificateArn,
    arn: certificateArn,
    computed: (created) => ({ certificate: pem("CERTIFICATE", created), certificateChain: "" }),
    forceNew: [
      "apiPassthrough",
      "certificateAuthorityArn",
      "certificateSigningRequest",
      "signingAlgorithm",
      "templateArn",
      "validity",
    ],
    references: { certificateAuthorityArn: OF_AUTHORITY },
    rules: [
      choiceRule("signingAlgorithm", "InvalidArgsException", [
        "SHA256WITHRSA",
        "SHA256WITHECDSA",
        "SHA384WITHRSA",
        "SHA384WITHECDSA",
        "SHA512WITHRSA",
        "SHA512WITHECDSA",
      ]),
    ],
  },
  "aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate": {
    id: ({ inputs }) => textOf(inputs.certificateAuthorityArn),
    forceNew: ["certificate", "certificateAuthorityArn", "certificateChain"],
    references: { certificateAuthorityArn: OF_AUTHORITY },
  },
};
