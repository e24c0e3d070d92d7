import { HTTP_STAGES, REST_STAGES } from "../../aws/api-gateway";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const REQUEST_ID = /\$context\.(extendedR|r)equestId\b/;

/** Variables of numbers may stand without quotes, so that the format itself need not be JSON. */
function judge({ props }: Subject): Outcome {
  const settings = props.at("accessLogSettings");
  if (settings.isAbsent) return notApplicable("The stage writes no access logs");
  const place = settings.at("format");
  if (place.isUnknown) return undetermined(place);
  const format = known(place.string())?.trim() ?? "";
  if (!/^\{.*\}$/s.test(format)) return fail(place, text`the format is no JSON object; required: one.`);
  return REQUEST_ID.test(format)
    ? pass
    : fail(place, text`the format has no request id; required: $context.requestId.`);
}

export const control = defineControl({
  id: "APIGW-03",
  name: "api-access-log-format",
  title: "Access logs are JSON and carry the request's id",
  why: "Only what has fields can be searched, and only an id joins the log to the application's own.",
  fix: "Write accessLogSettings.format as a JSON object with $context.requestId.",
  severity: "low",
  enforcement: "advisory",
  types: [...REST_STAGES, ...HTTP_STAGES],
  resource: judge,
  references: {
    nist80053: ["AU-3", "AU-6(4)", "AU-12"],
    wellArchitected: ["OPS04-BP05", "OPS08-BP02"],
    cdkNag: ["APIGWStructuredLogging"],
  },
});
