import { FUNCTIONS, isImage } from "../../aws/functions";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

export const control = defineControl({
  id: "LMB-09",
  name: "function-code-signed",
  title: "Functions accept signed code only",
  why: "A signature shows that the code comes from the pipeline and not from somebody's machine.",
  fix: "Set codeSigningConfigArn to an aws.lambda.CodeSigningConfig.",
  severity: "low",
  enforcement: "disabled",
  types: FUNCTIONS,
  resource: (subject) =>
    isImage(subject.props)
      ? notApplicable("Container images are signed in their registry")
      : present("codeSigningConfigArn")(subject),
  references: {
    nist80053: ["CM-14", "SI-7", "SI-7(6)"],
    wellArchitected: ["SEC06-BP04"],
    checkov: ["CKV_AWS_272"],
  },
});
