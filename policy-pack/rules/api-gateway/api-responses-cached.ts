import { METHOD_SETTINGS, REST_STAGES } from "../../aws/api-gateway";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

const hasCache = oneOf("cacheClusterEnabled", [true], false);
const caches = oneOf("settings.cachingEnabled", [true], false);

export const control = defineControl({
  id: "APIGW-08",
  name: "api-responses-cached",
  title: "REST stages cache responses",
  why: "A response from the cache is faster, and spares the backend.",
  fix: "Set cacheClusterEnabled of the stage, and cachingEnabled in its method settings.",
  severity: "low",
  // Off until asked for: a cache is paid for by the hour, and not every response may be told twice.
  enforcement: "disabled",
  types: [...REST_STAGES, ...METHOD_SETTINGS],
  resource: (subject) => (REST_STAGES.includes(subject.type) ? hasCache(subject) : caches(subject)),
  references: {
    nist80053: ["SC-5"],
    wellArchitected: ["PERF04-BP07"],
    checkov: ["CKV_AWS_120", "CKV_AWS_225"],
    trivy: ["AWS-0190"],
    pulumi: ["AG:apigateway-stage-cached"],
  },
});
