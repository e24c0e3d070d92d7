import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PERMISSIONS = tokens("lambda/permission:Permission");

const SOURCES = ["sourceArn", "sourceAccount", "eventSourceToken"];

export const control = defineControl({
  id: "LMB-02",
  name: "function-permission-source",
  title: "Services may invoke functions for a named source only",
  why: "A service acts for all its customers: without a source, another account's bucket or rule can run the function.",
  fix: "Set sourceArn, or sourceAccount, of the aws.lambda.Permission.",
  severity: "high",
  enforcement: "mandatory",
  types: PERMISSIONS,
  resource: ({ props }) => {
    const principal = props.at("principal");
    const hasSource = SOURCES.map((name) => props.at(name)).some(
      (place) => place.isUnknown || (known(place.string()) ?? "") !== "",
    );
    if (hasSource) return pass;
    if (principal.isUnknown) return undetermined(principal);
    if (!/\.(amazonaws|amazon)\.com(\.cn)?$/.test(known(principal.string()) ?? ""))
      return notApplicable("The principal is no service");
    return fail("sourceArn", text`neither "sourceArn" nor "sourceAccount" is set.`);
  },
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP09"],
    checkov: ["CKV_AWS_364"],
    trivy: ["AWS-0067"],
    pulumi: ["CP:lambda-permission-configure-source-arn", "PB:lambda-permission-configure-source-arn"],
  },
});
