import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { REST, restStage } from "../../support/apis";

const backend = (type: string) => aws("apigateway/integration:Integration", { restApi: ref("api"), type });

fixtures("api-client-certificate", {
  pass: {
    "a stage with a certificate": { ...REST, ...restStage({ clientCertificateId: "c-1" }) },
    "a stage with a certificate that is computed": {
      ...REST,
      ...restStage({ clientCertificateId: UNKNOWN }),
    },
  },
  fail: {
    "a stage with a backend of HTTP": { ...REST, ...restStage(), backend: backend("HTTP_PROXY") },
    "a stage with a backend of HTTP beside a function": {
      ...REST,
      ...restStage(),
      backend: backend("HTTP"),
      other: backend("AWS_PROXY"),
    },
    "a stage of an API that is described elsewhere": {
      api: aws("apigateway/restApi:RestApi", { body: "{}" }),
      ...restStage(),
      backend: backend("AWS_PROXY"),
    },
    "a stage whose backend is computed": { ...REST, ...restStage(), backend: backend(UNKNOWN) },
  },
  unknown: { none: "a certificate that is computed is a certificate" },
  unset: { "a stage that says nothing": ["fail", { ...REST, ...restStage() }] },
  alias: { none: "one token" },
  notApplicable: {
    "a stage whose backends are functions": { ...REST, ...restStage(), backend: backend("AWS_PROXY") },
  },
});
