import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const certificate = (props: object) => ({
  certificate: aws("acm/certificate:Certificate", { domainName: "example.com", ...props }),
});

fixtures("certificate-renews-itself", {
  pass: { "a certificate that is validated by DNS": certificate({ validationMethod: "DNS" }) },
  fail: { "a certificate that is validated by mail": certificate({ validationMethod: "EMAIL" }) },
  unknown: { "a certificate whose validation is computed": certificate({ validationMethod: UNKNOWN }) },
  unset: { "a certificate that says nothing": ["fail", certificate({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a certificate of a private authority": certificate({ certificateAuthorityArn: "arn:ca" }),
    "a certificate that was brought along": certificate({ certificateBody: "c", privateKey: "k" }),
  },
});
