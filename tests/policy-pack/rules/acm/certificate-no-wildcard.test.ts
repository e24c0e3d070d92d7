import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const certificate = (domainName: string, ...subjectAlternativeNames: readonly string[]) => ({
  certificate: aws("acm/certificate:Certificate", {
    domainName,
    subjectAlternativeNames: [...subjectAlternativeNames],
  }),
});

fixtures("certificate-no-wildcard", {
  pass: { "names in full": certificate("example.com", "www.example.com") },
  fail: {
    "a wildcard": certificate("*.example.com"),
    "a wildcard among other names": certificate("example.com", "*.example.com"),
    "a wildcard beside a name that is computed": certificate("*.example.com", UNKNOWN),
  },
  unknown: {
    "a name that is computed": certificate(UNKNOWN),
    "other names that are computed": {
      certificate: aws("acm/certificate:Certificate", {
        domainName: "example.com",
        subjectAlternativeNames: UNKNOWN,
      }),
    },
  },
  unset: {
    "a certificate that was brought along": [
      "pass",
      { certificate: aws("acm/certificate:Certificate", { certificateBody: "c" }) },
    ],
  },
  alias: { none: "one token" },
});
