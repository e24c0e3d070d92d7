import { FUNCTIONS, isImage } from "../../aws/functions";
import { RUNTIMES_AS_OF, UNSUPPORTED_RUNTIMES } from "../../aws/lambda-runtimes";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { setting, text } from "../../verdict/text";

interface Parameters {
  readonly unsupported: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "LMB-04",
  name: "function-runtime-supported",
  title: "Functions run on a runtime that AWS still supports",
  why: "A runtime past its date gets no patches, and one day the function cannot be changed any more.",
  fix: "Move the function to a current runtime.",
  severity: "medium",
  enforcement: "advisory",
  types: FUNCTIONS,
  parameters: {
    unsupported: {
      type: "array",
      items: { type: "string" },
      default: UNSUPPORTED_RUNTIMES,
      description: `Runtimes that are refused; by default those whose support had ended on ${RUNTIMES_AS_OF}.`,
    },
  },
  resource: ({ props }, { parameters }) => {
    if (isImage(props)) return notApplicable("A container image brings its own runtime");
    const place = props.at("runtime");
    if (place.isUnknown) return undetermined(place);
    const runtime = known(place.string()) ?? "";
    return parameters.unsupported.includes(runtime)
      ? fail(place, text`support of ${setting(runtime)} has ended.`)
      : pass;
  },
  references: {
    securityHub: ["Lambda.2"],
    nist80053: ["CA-9(1)", "CM-2", "SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    wellArchitected: ["SEC06-BP01", "PERF05-BP06"],
    checkov: ["CKV_AWS_363"],
    cdkNag: ["AwsSolutions-L1"],
    awsConfig: ["lambda-function-settings-check"],
    prowler: ["awslambda_function_using_supported_runtimes"],
    pulumi: ["PB:lambda-runtime-restrictions"],
  },
});
