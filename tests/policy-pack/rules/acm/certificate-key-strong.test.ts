import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const certificate = (props: object) => ({
  certificate: aws("acm/certificate:Certificate", { domainName: "example.com", ...props }),
});

fixtures("certificate-key-strong", {
  pass: {
    "a certificate that was brought along with a strong key": certificate({
      privateKey: "k",
      certificateBody: "c",
      keyAlgorithm: "RSA_2048",
    }),

    "a key of 3072 bits": certificate({ keyAlgorithm: "RSA_3072" }),

    "a key of 2048 bits": certificate({ keyAlgorithm: "RSA_2048" }),
    "a key of an elliptic curve": certificate({ keyAlgorithm: "EC_prime256v1" }),
  },
  fail: { "a key of 1024 bits": certificate({ keyAlgorithm: "RSA_1024" }) },
  unknown: {
    "a certificate of which the body alone is given": certificate({ certificateBody: "c" }),
    "a certificate whose key is written only": certificate({ privateKeyWo: "k" }),

    "a key that is computed": certificate({ keyAlgorithm: UNKNOWN }),
    "a certificate that was brought along": certificate({ privateKey: "k", certificateBody: "c" }),
  },
  unset: { "a certificate that says nothing": ["pass", certificate({})] },
  alias: { none: "one token" },
});
