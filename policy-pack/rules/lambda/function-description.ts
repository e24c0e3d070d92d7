import { FUNCTIONS } from "../../aws/functions";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** What Pulumi fills in where a description is wanted and none is given. */
const FILLED_IN = "Managed by Pulumi";

export const control = defineControl({
  id: "LMB-10",
  name: "function-description",
  title: "Functions say what they are for",
  why: "Whoever finds a function in the console should not have to read its code to learn its purpose.",
  fix: "Set description of the aws.lambda.Function.",
  severity: "low",
  enforcement: "disabled",
  types: FUNCTIONS,
  resource: (subject) => {
    const place = subject.props.at("description");
    return known(place.string()) === FILLED_IN
      ? fail(place, text`the description is the one that Pulumi fills in.`)
      : present("description")(subject);
  },
  references: {
    nist80053: ["CM-8"],
    wellArchitected: ["OPS02-BP01"],
    pulumi: ["CP:lambda-function-missing-description"],
  },
});
