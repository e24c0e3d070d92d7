import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const domain = (domainNameConfiguration: object) => ({
  domain: aws("apigatewayv2/domainName:DomainName", {
    domainName: "api.example.com",
    domainNameConfiguration,
  }),
});

fixtures("http-api-domain-tls", {
  pass: { "a domain of TLS 1.2": domain({ securityPolicy: "TLS_1_2" }) },
  fail: { "a domain of TLS 1.0": domain({ securityPolicy: "TLS_1_0" }) },
  unknown: { "a domain whose policy is computed": domain({ securityPolicy: UNKNOWN }) },
  unset: { "a domain that says nothing": ["fail", domain({ endpointType: "REGIONAL" })] },
  alias: { none: "one token" },
});
