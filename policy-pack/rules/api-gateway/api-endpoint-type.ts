import { endpointTypeOf, HTTP_APIS, REST_APIS } from "../../aws/api-gateway";
import { defineControl, type Subject } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { list, setting, text } from "../../verdict/text";

interface Parameters {
  readonly allowed: readonly string[];
}

const PLACE = "endpointConfiguration.types";

function judge({ type, props }: Subject, allowed: readonly string[]): Outcome {
  if (allowed.length === 0) return notApplicable("No list of allowed kinds of endpoint is configured");
  // An HTTP or WebSocket API has a Regional endpoint and cannot have another.
  const kind = HTTP_APIS.includes(type) ? "REGIONAL" : endpointTypeOf(props);
  if (kind === undefined) return undetermined(PLACE);
  const place = HTTP_APIS.includes(type) ? "" : PLACE;
  return allowed.includes(kind.toUpperCase())
    ? pass
    : fail(place, text`the API has another kind of endpoint; required: ${list(allowed.map(setting))}.`);
}

export const control = defineControl<Parameters>({
  id: "APIGW-17",
  name: "api-endpoint-type",
  title: "APIs have an allowed kind of endpoint",
  why: "Whether the internet can call an API is decided here, and it can unless the program says otherwise.",
  fix: "Set endpointConfiguration.types to one of the control's allowed kinds; HTTP and WebSocket APIs are always Regional.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    private: { severity: "high", enforcement: "mandatory", parameters: { allowed: ["PRIVATE"] } },
  },
  types: [...REST_APIS, ...HTTP_APIS],
  parameters: {
    allowed: {
      type: "array",
      items: { type: "string", enum: ["EDGE", "REGIONAL", "PRIVATE"] },
      default: [],
      description: "Kinds of endpoint that an API may have; without any, nothing is asked.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters.allowed),
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    awsConfig: ["api-gw-endpoint-type-check"],
    prowler: ["apigateway_restapi_public"],
    pulumi: ["AG:apigateway-endpoint-type"],
  },
});
