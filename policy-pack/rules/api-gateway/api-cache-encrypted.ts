import { METHOD_SETTINGS } from "../../aws/api-gateway";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Condition, where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";

const CACHES: Condition = {
  holds: (settings) => valueOr(settings.at("settings.cachingEnabled").boolean(), false),
  decidedBy: "settings.cachingEnabled",
  otherwise: "Nothing is cached",
};

export const control = defineControl({
  id: "APIGW-07",
  name: "api-cache-encrypted",
  title: "Cached responses are encrypted",
  why: "A cache holds the same personal data as the store that it spares.",
  fix: "Set cacheDataEncrypted in the settings of the aws.apigateway.MethodSettings.",
  severity: "medium",
  enforcement: "advisory",
  types: METHOD_SETTINGS,
  resource: where(CACHES, oneOf("settings.cacheDataEncrypted", [true], false)),
  references: {
    securityHub: ["APIGateway.5"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_308"],
    cdkNag: ["APIGWCacheEnabledAndEncrypted"],
    awsConfig: ["api-gw-cache-enabled-and-encrypted"],
    prowler: ["apigateway_restapi_cache_encrypted"],
    trivy: ["AWS-0002"],
    pulumi: ["AG:apigateway-method-cached-and-encrypted", "PB:api-gateway-cache-encryption-enabled"],
  },
});
