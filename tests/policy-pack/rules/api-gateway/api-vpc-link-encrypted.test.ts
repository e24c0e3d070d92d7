import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const integration = (props: object) => ({
  integration: aws("apigatewayv2/integration:Integration", { integrationType: "HTTP_PROXY", ...props }),
});
const link = { connectionType: "VPC_LINK", connectionId: UNKNOWN };

fixtures("api-vpc-link-encrypted", {
  pass: {
    "a link with TLS": integration({ ...link, tlsConfig: { serverNameToVerify: "orders.example.com" } }),
    "a link whose TLS is computed": integration({ ...link, tlsConfig: UNKNOWN }),
  },
  fail: { "a link with an empty configuration": integration({ ...link, tlsConfig: {} }) },
  unknown: { "an integration that may be a link": integration({ connectionType: UNKNOWN }) },
  unset: { "a link that says nothing": ["fail", integration(link)] },
  alias: { none: "one token" },
  notApplicable: { "an integration of a function": integration({ integrationType: "AWS_PROXY" }) },
});
