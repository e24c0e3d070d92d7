import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const certificate = (props: object) => ({
  certificate: aws("acm/certificate:Certificate", { domainName: "example.com", ...props }),
});
const logged = (certificateTransparencyLoggingPreference: string) => ({
  options: { certificateTransparencyLoggingPreference },
});

fixtures("certificate-transparency", {
  pass: { "a certificate that is logged": certificate(logged("ENABLED")) },
  fail: { "a certificate that is not": certificate(logged("DISABLED")) },
  unknown: { "a certificate whose logging is computed": certificate(logged(UNKNOWN)) },
  unset: { "a certificate that says nothing": ["pass", certificate({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a certificate of a private authority": certificate({
      certificateAuthorityArn: UNKNOWN,
      ...logged("DISABLED"),
    }),
    "a certificate that was brought along": certificate({ privateKey: UNKNOWN, ...logged("DISABLED") }),
  },
});
