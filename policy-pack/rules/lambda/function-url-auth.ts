import { tokens } from "../../aws/tokens";
import { listed } from "../../reading/listed";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { all, oneOf } from "../../shapes/property";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const URLS = tokens("lambda/functionUrl:FunctionUrl");

function namesOrigins({ props }: Subject): Outcome {
  const origins = listed(props.at("cors.allowOrigins"));
  const open = origins.find((origin) => known(origin.string()) === "*");
  if (open)
    return fail(open, text`pages of every site may call the function; required: named origins.`, "cors");
  const unknown = origins.find(({ isUnknown }) => isUnknown);
  return unknown ? undetermined(unknown) : pass;
}

export const control = defineControl({
  id: "LMB-03",
  name: "function-url-auth",
  title: "Function URLs ask for IAM credentials and name the sites that may call",
  why: "A URL without authorisation lets the whole internet run the function.",
  fix: "Set authorizationType to AWS_IAM and cors.allowOrigins to your sites, or put an API in front.",
  severity: "high",
  enforcement: "mandatory",
  types: URLS,
  resource: all(oneOf("authorizationType", ["AWS_IAM"]), namesOrigins),
  references: {
    nist80053: ["AC-3", "AC-6", "SC-7"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_258", "CKV2_AWS_75"],
    cdkNag: ["LambdaFunctionUrlAuth"],
    prowler: ["awslambda_function_url_public", "awslambda_function_url_cors_policy"],
  },
});
