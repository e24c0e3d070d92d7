import { FUNCTIONS } from "../../aws/functions";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LMB-06",
  name: "function-tracing",
  title: "Functions are traced",
  why: "Without a trace nobody can tell which part of a slow request was slow.",
  fix: "Set tracingConfig.mode of the aws.lambda.Function to Active.",
  severity: "low",
  enforcement: "advisory",
  types: FUNCTIONS,
  resource: oneOf("tracingConfig.mode", ["Active"], "PassThrough"),
  references: {
    securityHub: ["Lambda.7"],
    nist80053: ["CA-7", "SI-4"],
    wellArchitected: ["OPS04-BP05", "REL06-BP07"],
    checkov: ["CKV_AWS_50"],
    cdkNag: ["LambdaTracing"],
    trivy: ["AWS-0066"],
    pulumi: ["CP:lambda-function-enable-tracing-config", "CP:lambda-function-configure-tracing-config"],
  },
});
