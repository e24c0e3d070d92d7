import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const domain = (props: object) => ({
  domain: aws("apigateway/domainName:DomainName", { domainName: "api.example.com", ...props }),
});
const api = (props: object) => ({ api: aws("apigateway/restApi:RestApi", { ...props }) });
const types = (kind: unknown) => ({ endpointConfiguration: { types: kind } });

fixtures("api-tls-policy", {
  pass: {
    "a domain of TLS 1.2": domain({ securityPolicy: "TLS_1_2" }),
    "a domain of TLS 1.3": domain({ securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }),
    "an API of TLS 1.2": api({ securityPolicy: "SecurityPolicy_TLS13_1_2_2021_06" }),
    "a private API": api(types("PRIVATE")),
    "a private API whose kind is a list": api(types(["PRIVATE"])),
    "an API of TLS 1.2 of a kind that is computed": api({ ...types(UNKNOWN), securityPolicy: "TLS_1_2" }),
  },
  fail: {
    "a domain of TLS 1.0": domain({ securityPolicy: "TLS_1_0" }),
    "an API of TLS 1.0": api({ securityPolicy: "TLS_1_0" }),
    "a regional API": api(types("REGIONAL")),
    "a private API of TLS 1.0": api({ ...types("PRIVATE"), securityPolicy: "TLS_1_0" }),
  },
  unknown: {
    "a domain whose policy is computed": domain({ securityPolicy: UNKNOWN }),
    "an API of a kind that is computed": api(types(UNKNOWN)),
    "an API that may be called by its domains only": api({ disableExecuteApiEndpoint: UNKNOWN }),
  },
  unset: { "a domain without a policy": ["fail", domain({})], "an API that says nothing": ["fail", api({})] },
  alias: { "a domain of another policy": domain({ securityPolicy: "other" }) },
  notApplicable: { "an API that is called by its domains only": api({ disableExecuteApiEndpoint: true }) },
});
